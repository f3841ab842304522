package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes single values of a YAML text: all else, comments and order too, stays as it was written.
 */
public final class YamlEdits {

  static final String USE = "use";

  private final YamlText yaml;
  private final String text;
  private final ListItems items;
  private final List<String> order;

  private YamlEdits(YamlText yaml, List<String> order) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.items = new ListItems(yaml);
    this.order = order;
  }

  private static YamlText parsed(String text) {
    return YamlText.parse(text).orElseThrow(() -> new NotEditable("not valid YAML"));
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
    YamlEdits edits = new YamlEdits(parsed(text), order);
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
    return new YamlRemoval(parsed(text)).remove(path);
  }

  /** Puts an item behind the last one of a list. */
  public static String append(String text, List<String> path, String item) {
    YamlText yaml = parsed(text);
    ListItems items = new ListItems(yaml);
    Node node = yaml.find(path).orElse(null);
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw new NotEditable("not a list with items");
    }
    int last = list.getValue().size() - 1;
    int end = items.end(list, last);
    if (ListItems.flow(list)) {
      return yaml.replaced(end, end, ", " + item);
    }
    int line = yaml.lineEnd(end);
    int dash = items.dash(list, last);
    return yaml.replaced(line, line, "\n" + " ".repeat(dash - yaml.lineStart(dash)) + "- " + item);
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
      return setValue(item, items.dash(list, index) + 1, rest.subList(1, rest.size()), value);
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
      return yaml.replaced(after, end, block ? value : " " + value);
    }
    if (yaml.lineStart(start) == yaml.lineStart(after) && !block) {
      return yaml.replaced(start, end, value);
    }
    // What stands on lines of its own goes; a comment behind the key stays.
    if (yaml.lineStart(start) == yaml.lineStart(after)) {
      return yaml.replaced(after, end, value);
    }
    String head = text.substring(after, yaml.lineEnd(after));
    String tail = text.substring(end);
    return text.substring(0, after) + (block ? head + value : " " + value + head) + tail;
  }

  private String insert(MappingNode mapping, String entry, String key) {
    List<NodeTuple> tuples = mapping.getValue();
    if (ListItems.flow(mapping)) {
      return insertFlow(mapping, entry);
    }
    int before = tuples.size() - 1;
    if (mapping == yaml.root().orElse(null) && order.contains(key)) {
      before = lastBefore(tuples, order.indexOf(key));
    }
    int start = yaml.start(tuples.get(0).getKeyNode());
    String indent = " ".repeat(start - yaml.lineStart(start));
    if (before < 0) {
      return yaml.replaced(start, start, entry + "\n" + indent);
    }
    NodeTuple last = tuples.get(before);
    int line = yaml.lineEnd(yaml.end(last.getValueNode(), yaml.afterColon(last.getKeyNode())));
    return yaml.replaced(line, line, "\n" + indent + entry);
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
      return yaml.replaced(brace, brace, entry);
    }
    NodeTuple last = tuples.get(tuples.size() - 1);
    int end = yaml.end(last.getValueNode(), yaml.afterColon(last.getKeyNode()));
    return yaml.replaced(end, end, ", " + entry);
  }
}
