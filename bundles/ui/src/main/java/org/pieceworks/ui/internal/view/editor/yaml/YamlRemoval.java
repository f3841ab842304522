package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes values out of a YAML text. */
final class YamlRemoval {

  private final YamlText yaml;
  private final ListItems items;

  YamlRemoval(YamlText yaml) {
    this.yaml = yaml;
    items = new ListItems(yaml);
  }

  /** The text without what stands at a path, and without the maps that hold nothing else. */
  String remove(List<String> path) {
    Node node = yaml.find(path).orElse(null);
    List<String> above = path.subList(0, path.size() - 1);
    String key = path.get(path.size() - 1);
    Node parent = yaml.find(above).orElse(null);
    if (parent instanceof ScalarNode && key.equals(YamlEdits.USE) && !above.isEmpty()) {
      return remove(above);
    }
    if (node == null) {
      return yaml.text();
    }
    if (parent instanceof SequenceNode list) {
      return list.getValue().size() == 1 ? remove(above) : removeItem(list, Integer.parseInt(key));
    }
    MappingNode mapping = (MappingNode) parent;
    int index = mapping.getValue().indexOf(YamlText.tuple(mapping, key).orElse(null));
    if (index < 0) {
      throw new NotEditable("merged from elsewhere");
    }
    if (mapping.getValue().size() == 1 && !above.isEmpty()) {
      return remove(above);
    }
    return ListItems.flow(mapping) ? removeFlow(mapping, index) : removeBlock(mapping, index);
  }

  private String removeBlock(MappingNode mapping, int index) {
    NodeTuple tuple = mapping.getValue().get(index);
    int start = yaml.start(tuple.getKeyNode());
    int end = yaml.end(tuple.getValueNode(), yaml.afterColon(tuple.getKeyNode()));
    if (!yaml.first(start) && index + 1 < mapping.getValue().size()) {
      // The first entry stands behind a dash, which the next one takes over.
      return yaml.replaced(start, yaml.start(mapping.getValue().get(index + 1).getKeyNode()), "");
    }
    return removeLines(start, end);
  }

  private String removeLines(int start, int end) {
    return yaml.replaced(
        yaml.lineStart(start), Math.min(yaml.text().length(), yaml.lineEnd(end) + 1), "");
  }

  private String removeFlow(MappingNode mapping, int index) {
    List<int[]> ranges = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int end = yaml.end(tuple.getValueNode(), yaml.afterColon(tuple.getKeyNode()));
      ranges.add(new int[] {yaml.start(tuple.getKeyNode()), end});
    }
    return removeBetweenCommas(ranges, index);
  }

  private String removeItem(SequenceNode list, int index) {
    if (!ListItems.flow(list)) {
      return removeLines(items.dash(list, index), items.end(list, index));
    }
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      ranges.add(new int[] {yaml.start(list.getValue().get(i)), items.end(list, i)});
    }
    return removeBetweenCommas(ranges, index);
  }

  private String removeBetweenCommas(List<int[]> ranges, int index) {
    int[] own = ranges.get(index);
    if (index > 0) {
      return yaml.replaced(ranges.get(index - 1)[1], own[1], "");
    }
    return yaml.replaced(own[0], ranges.size() > 1 ? ranges.get(1)[0] : own[1], "");
  }
}
