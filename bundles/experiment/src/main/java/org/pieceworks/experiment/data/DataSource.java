package org.pieceworks.experiment.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.OptionField;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;

/**
 * Finds the format that fits a path by the options that formats ask for: one that needs a {@code
 * path} takes a folder, one that needs {@code questions} and {@code outputs} takes the pair of
 * files.
 */
public final class DataSource {

  private static final Origin ORIGIN = new Origin("the command line", 0);
  private static final String QUESTIONS = "questions";
  private static final String OUTPUTS = "outputs";
  private static final String PATH = "path";

  private final Plugins plugins;
  private final OptionBinder binder;

  /** Takes the formats that are there. */
  public DataSource(Plugins plugins) {
    this.plugins = plugins;
    this.binder = new OptionBinder(plugins);
  }

  /** A data set with the name of its format. */
  public record Found(String format, Dataset dataset) {}

  /**
   * Reads a data set.
   *
   * @param place a folder, a questions file, or the name of a format that generates
   * @param format the format's name, empty: the one that fits
   * @param settings {@code key=value} for the format
   */
  public Found read(String place, Optional<String> format, List<String> settings, long seed) {
    Path path = Path.of(place);
    boolean there = Files.exists(path);
    if (!there && format.isEmpty()) {
      return generate(place, settings, seed);
    }
    Map<String, String> files = there ? files(path) : Map.of();
    String name = format.orElseGet(() -> fitting(place, files.keySet().stream().toList()));
    return bind(name, files, settings, seed);
  }

  private Found generate(String name, List<String> settings, long seed) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw BadInputException.of(
          "PATH",
          name + ", which is no file or folder",
          "a data set, or a format that generates one: " + Names.oneOf(name, names));
    }
    return bind(name, Map.of(), settings, seed);
  }

  private List<String> names() {
    return plugins.list(Family.DATASET_FORMAT).stream()
        .filter(entry -> !entry.shadowed())
        .map(entry -> entry.plugin().name())
        .toList();
  }

  /** What a path says about the options of formats. */
  private static Map<String, String> files(Path path) {
    Map<String, String> files = new LinkedHashMap<>();
    Path questions = path;
    if (Files.isDirectory(path)) {
      questions = only(path, "questions.json");
    }
    if (questions != null && questions.getFileName().toString().endsWith("questions.json")) {
      String name = questions.getFileName().toString().replace("questions.json", "outputs.json");
      files.put(QUESTIONS, questions.toAbsolutePath().toString());
      files.put(OUTPUTS, questions.resolveSibling(name).toAbsolutePath().toString());
    } else {
      files.put(PATH, path.toAbsolutePath().toString());
    }
    return files;
  }

  private static Path only(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
      if (found.size() > 1) {
        throw BadInputException.of(
            folder.toString(), "several questions files", "the one that is meant, as PATH");
      }
      return found.isEmpty() ? null : found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private String fitting(String place, List<String> known) {
    List<String> fitting = new ArrayList<>();
    for (PluginEntry entry : plugins.list(Family.DATASET_FORMAT)) {
      List<String> required =
          OptionField.of(entry.plugin().optionsType()).stream()
              .filter(field -> !field.nested() && field.option().required())
              .map(OptionField::key)
              .toList();
      if (!entry.shadowed() && !required.isEmpty() && known.containsAll(required)) {
        fitting.add(entry.plugin().name());
      }
    }
    if (fitting.size() != 1) {
      throw BadInputException.of(
          place,
          fitting.isEmpty() ? "nothing that a format reads" : "what several formats may read",
          "--format with one of " + String.join(", ", fitting.isEmpty() ? names() : fitting));
    }
    return fitting.get(0);
  }

  private Found bind(String format, Map<String, String> files, List<String> settings, long seed) {
    Map<String, Config> entries = new LinkedHashMap<>();
    entries.put(Config.USE, new Config.Scalar(format, ORIGIN));
    List<String> keys = keys(format);
    files.forEach(
        (key, value) -> {
          if (keys.contains(key)) {
            entries.put(key, new Config.Scalar(value, ORIGIN));
          }
        });
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw BadInputException.of("--set", setting, "key=value, such as users=50");
      }
      entries.put(
          setting.substring(0, equals),
          Yaml.parseValue(setting.substring(equals + 1), "--set " + setting));
    }
    Config.Mapping mapping = new Config.Mapping(entries, ORIGIN);
    Use<?> use = binder.use(Family.DATASET_FORMAT, mapping, "");
    return new Found(format, read((DatasetFormat<?>) use.plugin(), use.options(), seed));
  }

  private List<String> keys(String format) {
    return OptionField.of(plugins.find(Family.DATASET_FORMAT, format, "--format").optionsType())
        .stream()
        .map(OptionField::key)
        .toList();
  }

  private static Dataset read(DatasetFormat<?> format, Record options, long seed) {
    return Configured.read(new Use<>(format, options), Path.of("").toAbsolutePath(), seed);
  }
}
