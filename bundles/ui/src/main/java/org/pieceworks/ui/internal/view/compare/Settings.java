package org.pieceworks.ui.internal.view.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.run.StoredRun;

/**
 * What was set otherwise in some runs than in others.
 *
 * @param rows those that differ
 * @param equal how many are the same in all
 */
record Settings(List<Row> rows, int equal) {

  /** Words about an experiment do not change what it finds. */
  private static final Set<String> WORDS = Set.of("name", "question");

  private static final String OVERRIDE = "# --set ";

  /** Copies the rows. */
  Settings {
    rows = List.copyOf(rows);
  }

  /**
   * A setting.
   *
   * @param path dotted, as in the file
   * @param values one for each run; empty where the run's file does not set it
   */
  record Row(String path, List<String> values) {}

  /** Compares the files of runs as they were run, overrides worked in, and their machines. */
  static Settings of(List<StoredRun> runs) {
    List<Map<String, String>> flat = runs.stream().map(Settings::flat).toList();
    Set<String> paths = new LinkedHashSet<>();
    flat.forEach(settings -> paths.addAll(settings.keySet()));
    List<Row> rows = new ArrayList<>();
    for (String path : paths) {
      List<String> values = flat.stream().map(one -> one.getOrDefault(path, "")).toList();
      if (values.stream().distinct().count() > 1) {
        rows.add(new Row(path, values));
      }
    }
    return new Settings(rows, paths.size() - rows.size());
  }

  private static Map<String, String> flat(StoredRun run) {
    Map<String, String> flat = flat(run.source());
    flat.keySet().removeAll(WORDS);
    flat.put("seeds", run.seeds().toString());
    run.machine().forEach((name, value) -> flat.put("machine: " + name, value));
    return flat;
  }

  /** The settings of a file by their paths; a plug-in's name stands at the plug-in's own path. */
  static Map<String, String> flat(String yaml) {
    Map<String, String> flat = new LinkedHashMap<>();
    put("", given(yaml, Yaml.parse(yaml, "experiment")), flat);
    return flat;
  }

  /** What was given beside the file stands above it, a comment each. */
  private static Config given(String yaml, Config file) {
    Config all = file;
    for (String line : yaml.lines().takeWhile(line -> line.startsWith("#")).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith(OVERRIDE) && equals > 0 && all instanceof Config.Mapping mapping) {
        String path = line.substring(OVERRIDE.length(), equals).strip();
        Config value = Yaml.parseValue(line.substring(equals + 1), line);
        all = mapping.with(Config.path(path), value);
      }
    }
    return all;
  }

  private static void put(String path, Config value, Map<String, String> flat) {
    if (value instanceof Config.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, inner) -> {
                boolean plugin = key.equals(Config.USE) && !path.isEmpty();
                put(plugin ? path : path.isEmpty() ? key : path + "." + key, inner, flat);
              });
    } else if (value instanceof Config.Sequence list && !scalars(list)) {
      for (int i = 0; i < list.items().size(); i++) {
        flat.put(path + "[" + (i + 1) + "]", list.items().get(i).shown());
      }
    } else {
      flat.put(path, value.shown());
    }
  }

  private static boolean scalars(Config.Sequence list) {
    return list.items().stream().allMatch(item -> item instanceof Config.Scalar);
  }
}
