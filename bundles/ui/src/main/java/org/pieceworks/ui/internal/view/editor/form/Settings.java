package org.pieceworks.ui.internal.view.editor.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentSchema;

/** What an experiment file may say with the plug-ins that are there at a moment. */
public final class Settings {

  /** The topmost key of the sweep. */
  public static final String SWEEP = "sweep";

  /** The group of the keys that stand alone. */
  public static final String ALONE = "experiment";

  private static final List<String> SWEPT_MOST =
      List.of(
          "sharers.count",
          "pool.sharing-ratio",
          "gating",
          "assembly.top-k",
          "sharers.selection",
          "peft");

  private final Map<Family, List<Plugin<?>>> plugins;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<OptionRow> rows = new ArrayList<>();
  private final List<OptionRow> trial = ExperimentSchema.settings();
  private final Map<String, List<OptionRow>> options = new HashMap<>();

  private Settings(Map<Family, List<Plugin<?>>> plugins) {
    this.plugins = plugins;
    Map<String, String> helps = new LinkedHashMap<>();
    ExperimentSchema.sections().forEach(one -> helps.put(one.key(), one.help()));
    List<String> paths = trial.stream().map(OptionRow::path).toList();
    ExperimentSchema.single().stream()
        .filter(row -> !paths.contains(row.path()))
        .forEach(rows::add);
    rows.addAll(trial);
    groups.put(ALONE, new Group(ALONE, "", new ArrayList<>()));
    groups.put(SWEEP, new Group(SWEEP, "", List.of()));
    for (OptionRow row : rows) {
      String top = row.path().split("\\.")[0];
      boolean section = helps.containsKey(top);
      boolean alone = !section && !onePlugin(row);
      String help = section ? helps.get(top) : row.help();
      groups
          .computeIfAbsent(alone ? ALONE : top, key -> new Group(key, help, new ArrayList<>()))
          .rows()
          .add(row);
    }
  }

  /** Those with the plug-ins that are there now. */
  public static Settings now(Plugins plugins) {
    Map<Family, List<Plugin<?>>> present = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      List<Plugin<?>> members = new ArrayList<>();
      plugins.list(family).stream()
          .filter(entry -> !entry.shadowed())
          .map(PluginEntry::plugin)
          .forEach(members::add);
      present.put(family, members);
    }
    return new Settings(present);
  }

  /** Whether others come from the very same plug-ins. */
  public boolean same(Settings other) {
    return other != null && plugins.equals(other.plugins);
  }

  /**
   * Settings that belong together.
   *
   * @param key the topmost key of them, or {@link #ALONE}
   * @param help empty where its one field tells
   */
  public record Group(String key, String help, List<OptionRow> rows) {}

  private static boolean onePlugin(OptionRow row) {
    return row.family().isPresent() && !row.field().list();
  }

  /** The groups, those that matter to everybody first. */
  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** The topmost keys in the order in which files have them. */
  public List<String> topKeys() {
    List<String> keys = new ArrayList<>();
    rows.stream().map(row -> row.path().split("\\.")[0]).distinct().forEach(keys::add);
    keys.add(SWEEP);
    return keys;
  }

  /** The fields of a group, each plug-in's options behind it. */
  public List<Field> fields(Group group, FormValues values) {
    return expanded(group.rows(), values).stream().map(this::field).toList();
  }

  /** Every setting of a file, options of the plug-ins that it names too. */
  public List<Field> all(FormValues values) {
    return expanded(rows, values).stream().map(this::field).toList();
  }

  /** A setting by its path. */
  public Optional<Field> find(String path, FormValues values) {
    return all(values).stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** What can be swept, what is swept most often first. */
  public List<Field> sweepable(FormValues values) {
    List<OptionRow> all =
        expanded(trial, values).stream().filter(row -> !row.path().equals("device")).toList();
    List<OptionRow> sorted = new ArrayList<>();
    for (String path : SWEPT_MOST) {
      all.stream().filter(row -> row.path().equals(path)).forEach(sorted::add);
    }
    all.stream().filter(row -> !SWEPT_MOST.contains(row.path())).forEach(sorted::add);
    return sorted.stream().map(this::field).toList();
  }

  private List<OptionRow> expanded(List<OptionRow> some, FormValues values) {
    List<OptionRow> all = new ArrayList<>();
    for (OptionRow row : some) {
      all.add(row);
      if (onePlugin(row)) {
        String standard = row.field().option().value();
        plugin(row.family().get(), values.plugin(row.path()).orElse(standard))
            .ifPresent(used -> all.addAll(options(row.path(), used)));
      }
    }
    return all;
  }

  /** The options of a plug-in that stands at a path; found once, since forms ask often. */
  List<OptionRow> options(String path, Plugin<?> plugin) {
    return options.computeIfAbsent(
        path + " " + plugin.name(), key -> ExperimentSchema.options(path, plugin));
  }

  /** A plug-in that is there. */
  public Optional<Plugin<?>> plugin(Family family, String name) {
    return plugins.get(family).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The names of a family's members. */
  public List<String> names(Family family) {
    return plugins.get(family).stream().map(Plugin::name).toList();
  }

  private Field field(OptionRow row) {
    boolean list = row.field().list();
    List<String> choices = row.family().map(this::names).orElseGet(() -> row.field().choices());
    Field.Kind kind =
        list
            ? Field.Kind.LIST
            : row.family().isPresent()
                ? Field.Kind.PLUGIN
                : choices.isEmpty() ? Field.Kind.TEXT : Field.Kind.CHOICE;
    String standard = kind == Field.Kind.PLUGIN ? row.field().option().value() : row.standard();
    if (list && standard.startsWith("[")) {
      standard = standard.substring(1, standard.length() - 1);
    }
    return new Field(
        row.path(),
        row.help(),
        standard,
        row.expected(),
        row.required(),
        kind,
        choices,
        row.family());
  }
}
