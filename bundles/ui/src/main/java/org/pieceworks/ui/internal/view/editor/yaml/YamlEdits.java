package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes single values of a YAML text: all else, comments and order too, stays as it was written.
 */
public final class YamlEdits {

  private static final String USE = "use";

  private final YamlText yaml;
  private final String text;
  private final List<String> order;

  private YamlEdits(YamlText yaml, List<String> order) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.order = order;
  }

  private static YamlEdits of(String text, List<String> order) {
    return new YamlEdits(
        YamlText.parse(text).orElseThrow(() -> new NotEditable("not valid YAML")), order);
  }

  /**
   * Sets the value at a path; a bare plug-in name becomes a map where an option of it is set.
   *
   * @param path keys, and indices where lists stand
   * @param value as YAML writes it; beginning with a line break where it is a block
   * @param order of topmost keys, for one that is not there yet
   * @throws NotEditable if the text has to be changed by hand
   */
  public static String set(String text, List<String> path, String value, List<String> order) {
    YamlEdits edits = of(text, order);
    if (edits.yaml.blank()) {
      String head = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
      return head + entry(path.get(0), within(path.subList(1, path.size()), value)) + "\n";
    }
    MappingNode root =
        edits.yaml.root().orElseThrow(() -> new NotEditable("not a map of settings"));
    return edits.set(root, path, value);
  }

  /** Removes what stands at a path, with the maps that hold nothing else; nothing if not there. */
  public static String remove(String text, List<String> path) {
    YamlEdits edits = of(text, List.of());
    return edits.remove(path);
  }

  /** Puts an item behind the last one of a list. */
  public static String append(String text, List<String> path, String item) {
    YamlEdits edits = of(text, List.of());
    Node node = edits.yaml.find(path).orElse(null);
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw new NotEditable("not a list with items");
    }
    int last = list.getValue().size() - 1;
    int end = edits.itemEnd(list, last);
    if (flow(list)) {
      return edits.replaced(end, end, ", " + item);
    }
    int line = edits.yaml.lineEnd(end);
    int dash = edits.dash(list, last);
    return edits.replaced(
        line, line, "\n" + " ".repeat(dash - edits.yaml.lineStart(dash)) + "- " + item);
  }

  private String replaced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private static boolean flow(CollectionNode<?> node) {
    return node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
  }

  private static String entry(String key, String value) {
    return key + (value.startsWith("\n") ? ":" : ": ") + value;
  }

  /** A value below further keys: {@code {a: {b: value}}}. */
  private static String within(List<String> keys, String value) {
    return keys.isEmpty()
        ? value
        : "{" + entry(keys.get(0), within(keys.subList(1, keys.size()), value)) + "}";
  }

  private String set(MappingNode mapping, List<String> path, String value) {
    List<String> rest = path.subList(1, path.size());
    Optional<NodeTuple> tuple = YamlText.tuple(mapping, path.get(0));
    if (tuple.isEmpty()) {
      return insert(mapping, entry(path.get(0), within(rest, value)), path.get(0));
    }
    int colon = yaml.afterColon(tuple.get().getKeyNode());
    return setValue(tuple.get().getValueNode(), colon, rest, value);
  }

  /**
   * @param after the place behind the key or the dash of a node
   * @param rest where the value goes below it; empty: it is replaced
   */
  private String setValue(Node node, int after, List<String> rest, String value) {
    if (rest.isEmpty()) {
      return replace(node, after, value);
    }
    if (yaml.alias(node, after)) {
      throw new NotEditable("an alias");
    }
    if (node instanceof MappingNode inner) {
      return set(inner, rest, value);
    }
    if (node instanceof SequenceNode list) {
      int index = Integer.parseInt(rest.get(0));
      Node item = list.getValue().get(index);
      return setValue(item, dash(list, index) + 1, rest.subList(1, rest.size()), value);
    }
    if (YamlText.empty(node)) {
      return replace(node, after, within(rest, value));
    }
    if (rest.equals(List.of(USE))) {
      return replace(node, after, value);
    }
    String name = yaml.source(node);
    String option = entry(rest.get(0), within(rest.subList(1, rest.size()), value));
    return replace(node, after, "{use: " + name + ", " + option + "}");
  }

  private String replace(Node node, int after, String value) {
    int end = yaml.end(node, after);
    boolean named = yaml.alias(node, after);
    int start = named ? after : yaml.start(node);
    boolean block = value.startsWith("\n");
    if (start == end || named) {
      return replaced(after, end, block ? value : " " + value);
    }
    if (yaml.lineStart(start) == yaml.lineStart(after) && !block) {
      return replaced(start, end, value);
    }
    // What stands on lines of its own goes; a comment behind the key stays.
    if (yaml.lineStart(start) == yaml.lineStart(after)) {
      return replaced(after, end, value);
    }
    String head = text.substring(after, yaml.lineEnd(after));
    String tail = text.substring(end);
    return text.substring(0, after) + (block ? head + value : " " + value + head) + tail;
  }

  private String insert(MappingNode mapping, String entry, String key) {
    List<NodeTuple> tuples = mapping.getValue();
    if (flow(mapping)) {
      return insertFlow(mapping, entry);
    }
    int before = tuples.size() - 1;
    if (mapping == yaml.root().orElse(null) && order.contains(key)) {
      before = lastBefore(tuples, order.indexOf(key));
    }
    int start = yaml.start(tuples.get(0).getKeyNode());
    String indent = " ".repeat(start - yaml.lineStart(start));
    if (before < 0) {
      return replaced(start, start, entry + "\n" + indent);
    }
    NodeTuple last = tuples.get(before);
    int line = yaml.lineEnd(yaml.end(last.getValueNode(), yaml.afterColon(last.getKeyNode())));
    return replaced(line, line, "\n" + indent + entry);
  }

  /** The last entry that goes before a place in the order; -1 where none does. */
  private int lastBefore(List<NodeTuple> tuples, int place) {
    int before = -1;
    for (int i = 0; i < tuples.size(); i++) {
      String key = ((ScalarNode) tuples.get(i).getKeyNode()).getValue();
      if (order.contains(key) && order.indexOf(key) < place) {
        before = i;
      }
    }
    return before;
  }

  private String insertFlow(MappingNode mapping, String entry) {
    List<NodeTuple> tuples = mapping.getValue();
    if (tuples.isEmpty()) {
      int brace = yaml.end(mapping, yaml.start(mapping)) - 1;
      return replaced(brace, brace, entry);
    }
    NodeTuple last = tuples.get(tuples.size() - 1);
    int end = yaml.end(last.getValueNode(), yaml.afterColon(last.getKeyNode()));
    return replaced(end, end, ", " + entry);
  }

  private String remove(List<String> path) {
    Node node = yaml.find(path).orElse(null);
    List<String> above = path.subList(0, path.size() - 1);
    String key = path.get(path.size() - 1);
    Node parent = yaml.find(above).orElse(null);
    if (parent instanceof ScalarNode && key.equals(USE) && !above.isEmpty()) {
      return remove(above);
    }
    if (node == null) {
      return text;
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
    return flow(mapping) ? removeFlow(mapping, index) : removeBlock(mapping, index);
  }

  private String removeBlock(MappingNode mapping, int index) {
    NodeTuple tuple = mapping.getValue().get(index);
    int start = yaml.start(tuple.getKeyNode());
    int end = yaml.end(tuple.getValueNode(), yaml.afterColon(tuple.getKeyNode()));
    if (!yaml.first(start) && index + 1 < mapping.getValue().size()) {
      // The first entry stands behind a dash, which the next one takes over.
      return replaced(start, yaml.start(mapping.getValue().get(index + 1).getKeyNode()), "");
    }
    return removeLines(start, end);
  }

  private String removeLines(int start, int end) {
    return replaced(yaml.lineStart(start), Math.min(text.length(), yaml.lineEnd(end) + 1), "");
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
    if (!flow(list)) {
      return removeLines(dash(list, index), itemEnd(list, index));
    }
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      ranges.add(new int[] {yaml.start(list.getValue().get(i)), itemEnd(list, i)});
    }
    return removeBetweenCommas(ranges, index);
  }

  private String removeBetweenCommas(List<int[]> ranges, int index) {
    int[] own = ranges.get(index);
    if (index > 0) {
      return replaced(ranges.get(index - 1)[1], own[1], "");
    }
    return replaced(own[0], ranges.size() > 1 ? ranges.get(1)[0] : own[1], "");
  }

  private int itemEnd(SequenceNode list, int index) {
    Node item = list.getValue().get(index);
    return yaml.end(item, flow(list) ? yaml.start(item) : dash(list, index) + 1);
  }

  /** The place of an item's dash; of its comma or bracket where the list stands in brackets. */
  private int dash(SequenceNode list, int index) {
    if (index == 0) {
      return yaml.start(list);
    }
    if (flow(list)) {
      return text.indexOf(',', itemEnd(list, index - 1));
    }
    int place = itemEnd(list, index - 1);
    do {
      place = yaml.lineEnd(place) + 1;
    } while (text.substring(place, yaml.lineEnd(place)).strip().startsWith("#")
        || text.substring(place, yaml.lineEnd(place)).isBlank());
    return text.indexOf('-', place);
  }
}
