package org.pieceworks.ui.internal.view.editor.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pieceworks.ui.internal.view.editor.form.Settings;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The axes of a sweep, block after block.
 *
 * @param blocks how many there are, those without axes too
 */
public record SweepAxes(List<Axis> axes, int blocks) {

  /** Copies the axes. */
  public SweepAxes {
    axes = List.copyOf(axes);
  }

  /**
   * One axis.
   *
   * @param block that it stands in, from 0
   * @param name the path of its setting, or of a set of variants
   * @param shown its values between commas
   * @param values how many there are
   * @param editable whether a comma list can say its values
   * @param source its values as the text has them
   * @param path where they stand in the file
   */
  public record Axis(
      int block,
      String name,
      String shown,
      int values,
      boolean editable,
      String source,
      List<String> path) {}

  /** Reads those of a text. */
  public static SweepAxes of(YamlText yaml) {
    List<Axis> axes = new ArrayList<>();
    Node sweep = yaml.find(List.of(Settings.SWEEP)).orElse(null);
    if (sweep instanceof MappingNode mapping) {
      collect(yaml, mapping, 0, List.of(Settings.SWEEP), axes);
      return new SweepAxes(axes, 1);
    }
    if (sweep instanceof SequenceNode list) {
      int block = 0;
      for (Node item : list.getValue()) {
        if (item instanceof MappingNode mapping) {
          collect(yaml, mapping, block, List.of(Settings.SWEEP, String.valueOf(block)), axes);
        }
        block++;
      }
      return new SweepAxes(axes, block);
    }
    return new SweepAxes(List.of(), 0);
  }

  private static void collect(
      YamlText yaml, MappingNode mapping, int block, List<String> above, List<Axis> axes) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        List<String> path = new ArrayList<>(above);
        path.add(key.getValue());
        axes.add(axis(yaml, tuple.getValueNode(), block, key.getValue(), path));
      }
    }
  }

  private static Axis axis(YamlText yaml, Node values, int block, String name, List<String> path) {
    String source = yaml.source(values);
    if (values instanceof SequenceNode list) {
      String shown =
          list.getValue().stream()
              .map(item -> yaml.source(item).strip())
              .collect(Collectors.joining(", "));
      int count = list.getValue().size();
      return new Axis(block, name, shown, count, !shown.contains("\n"), source, path);
    }
    if (values instanceof MappingNode variants) {
      String names =
          variants.getValue().stream()
              .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
              .collect(Collectors.joining(", "));
      return new Axis(block, name, names, variants.getValue().size(), false, source, path);
    }
    return new Axis(block, name, source, 1, true, source, path);
  }

  /** Whether all stand in one block, whose points are all combinations. */
  public boolean together() {
    return axes.size() > 1 && axes.stream().allMatch(axis -> axis.block() == axes.get(0).block());
  }

  /**
   * Whether each stands in a block of its own, swept while the others stay as the file has them.
   */
  public boolean apart() {
    return axes.size() > 1 && axes.stream().map(Axis::block).distinct().count() == axes.size();
  }

  /** How many points all combinations are: {@code 4 × 4}. */
  public String product() {
    return counts(" \u00d7 ");
  }

  /** How many points the axes are one after the other, those that occur twice counted twice. */
  public String sum() {
    return counts(" + ");
  }

  private String counts(String sign) {
    return axes.stream()
        .map(axis -> String.valueOf(axis.values()))
        .collect(Collectors.joining(sign));
  }
}
