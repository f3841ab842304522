package org.pieceworks.experiment.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Config;

/**
 * The sweep of an experiment file: a list of blocks, each the product of its axes.
 *
 * @param blocks per block the values of each axis by its name
 */
record Sweep(List<Map<String, List<Value>>> blocks) {

  /**
   * One value of an axis.
   *
   * @param name of a variant; empty where the axis is a setting and the value its own name
   * @param settings what it sets, by path
   */
  record Value(Optional<String> name, Map<String, Config> settings) {}

  /**
   * Reads it; null means one point.
   *
   * @throws BadInputException if it is not of that form or a path leads to no setting
   */
  static Sweep of(Config config) {
    if (config == null || config instanceof Config.Scalar scalar && scalar.text() == null) {
      return new Sweep(List.of());
    }
    List<Config> items =
        config instanceof Config.Sequence sequence ? sequence.items() : List.of(config);
    List<Map<String, List<Value>>> blocks = new ArrayList<>();
    for (Config item : items) {
      if (!(item instanceof Config.Mapping mapping)) {
        throw BadInputException.of(
            item.origin().at("sweep"), item.shown(), "a map of settings with lists of values");
      }
      Map<String, List<Value>> block = new LinkedHashMap<>();
      mapping.entries().forEach((axis, values) -> block.put(axis, values(axis, values)));
      blocks.add(block);
    }
    return new Sweep(blocks);
  }

  private static List<Value> values(String axis, Config values) {
    if (values instanceof Config.Mapping variants && !SettingsPaths.exists(axis)) {
      return variants(axis, variants);
    }
    SettingsPaths.check(axis, values, "sweep: ");
    if (values instanceof Config.Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items().stream()
          .map(value -> new Value(Optional.empty(), Map.of(axis, value)))
          .toList();
    }
    throw BadInputException.of(
        values.origin().at("sweep: " + axis), values.shown(), "a list of at least one value");
  }

  private static List<Value> variants(String axis, Config.Mapping variants) {
    List<Value> values = new ArrayList<>();
    variants
        .entries()
        .forEach(
            (name, settings) -> {
              if (!(settings instanceof Config.Mapping mapping)) {
                throw BadInputException.of(
                    settings.origin().at("sweep: " + axis + "." + name),
                    settings.shown(),
                    "a map of settings with one value each");
              }
              mapping
                  .entries()
                  .forEach(
                      (path, value) ->
                          SettingsPaths.check(path, value, "sweep: " + axis + "." + name + ": "));
              values.add(new Value(Optional.of(name), mapping.entries()));
            });
    if (values.isEmpty()) {
      throw BadInputException.of(
          variants.origin().at("sweep: " + axis), "no variant", "at least one, by its name");
    }
    return values;
  }

  /** Every axis with its values, those of several blocks joined. */
  Map<String, List<Value>> axes() {
    Map<String, List<Value>> axes = new LinkedHashMap<>();
    for (Map<String, List<Value>> block : blocks) {
      block.forEach(
          (axis, values) -> axes.computeIfAbsent(axis, p -> new ArrayList<>()).addAll(values));
    }
    return axes;
  }

  /** What each point changes, by axis; one empty map where nothing is swept. */
  List<Map<String, Value>> points() {
    List<Map<String, Value>> points = new ArrayList<>();
    for (Map<String, List<Value>> block : blocks) {
      List<Map<String, Value>> product = List.of(Map.of());
      for (Map.Entry<String, List<Value>> axis : block.entrySet()) {
        product = times(product, axis.getKey(), axis.getValue());
      }
      points.addAll(product);
    }
    return points.isEmpty() ? List.of(Map.of()) : points;
  }

  private static List<Map<String, Value>> times(
      List<Map<String, Value>> points, String axis, List<Value> values) {
    List<Map<String, Value>> product = new ArrayList<>();
    for (Map<String, Value> point : points) {
      for (Value value : values) {
        Map<String, Value> extended = new LinkedHashMap<>(point);
        extended.put(axis, value);
        product.add(extended);
      }
    }
    return product;
  }
}
