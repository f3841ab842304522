package org.pieceworks.ui.internal.view.editor.yaml;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML text, its nodes, and where in the text they stand. */
public final class YamlText {

  private static final Pattern ALIAS = Pattern.compile("[\\s:-]*\\*[^\\s,\\]}]+");

  private final String text;
  private final Node root;
  private final boolean wide;

  private YamlText(String text, Node root) {
    this.text = text;
    this.root = root;
    wide = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** Parses a text; empty if it is not valid YAML. */
  public static Optional<YamlText> parse(String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return Optional.of(new YamlText(text, root));
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** The topmost map; empty where the text holds none. */
  Optional<MappingNode> root() {
    return root instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** Whether the text says nothing but comments. */
  boolean blank() {
    return root == null || empty(root);
  }

  /** The keys of the topmost map. */
  public List<String> keys() {
    return root().map(YamlText::keys).orElse(List.of());
  }

  private static List<String> keys(MappingNode mapping) {
    return mapping.getValue().stream().map(tuple -> name(tuple.getKeyNode())).toList();
  }

  /**
   * The node at a path of keys, with indices where lists stand; what a merge key brings counts,
   * too.
   */
  public Optional<Node> find(List<String> path) {
    Node at = root;
    for (String key : path) {
      if (at instanceof MappingNode mapping) {
        at = value(mapping, key);
      } else if (at instanceof SequenceNode sequence && key.matches("\\d+")) {
        int index = Integer.parseInt(key);
        at = index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
      } else {
        at = null;
      }
    }
    return Optional.ofNullable(at);
  }

  private static Node value(MappingNode mapping, String key) {
    Optional<NodeTuple> own = tuple(mapping, key);
    if (own.isPresent()) {
      return own.get().getValueNode();
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (Tag.MERGE.equals(tuple.getKeyNode().getTag())
          && tuple.getValueNode() instanceof MappingNode merged
          && merged != mapping) {
        return value(merged, key);
      }
    }
    return null;
  }

  /** A map's own entry. */
  static Optional<NodeTuple> tuple(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> key.equals(name(tuple.getKeyNode())))
        .findFirst();
  }

  private static String name(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Whether a node is YAML's null. */
  public static boolean empty(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  /** A node as the text has it. */
  public String source(Node node) {
    return text.substring(start(node), end(node, start(node)));
  }

  /** Where a node begins. */
  int start(Node node) {
    return at(node.getStartMark());
  }

  /** A mark's place: marks count code points. */
  private int at(Mark mark) {
    return wide ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }

  /** Whether what stands after a place is only the name of a node that stands before it. */
  boolean alias(Node node, int after) {
    return start(node) < after;
  }

  /** The place behind the colon of a key. */
  int afterColon(Node key) {
    return text.indexOf(':', at(key.getEndMark())) + 1;
  }

  /**
   * Where a node ends, without the white space and the comments that parsers count in.
   *
   * @param after the place behind its key or dash
   */
  int end(Node node, int after) {
    if (alias(node, after)) {
      Matcher name = ALIAS.matcher(text).region(after, text.length());
      return name.lookingAt() ? name.end() : after;
    }
    if (node instanceof CollectionNode<?> collection) {
      return collection.getFlowStyle() == DumperOptions.FlowStyle.FLOW
          ? at(node.getEndMark())
          : lastEnd(collection);
    }
    ScalarNode scalar = (ScalarNode) node;
    int end = at(node.getEndMark());
    boolean block =
        scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED
            || scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL;
    return block ? text.substring(0, end).stripTrailing().length() : end;
  }

  private int lastEnd(CollectionNode<?> block) {
    Object last = block.getValue().get(block.getValue().size() - 1);
    if (last instanceof NodeTuple tuple) {
      return end(tuple.getValueNode(), afterColon(tuple.getKeyNode()));
    }
    List<?> items = block.getValue();
    int before =
        items.size() > 1 ? at(((Node) items.get(items.size() - 2)).getStartMark()) : start(block);
    return end((Node) last, before);
  }

  /** The place of the line's first character. */
  int lineStart(int place) {
    return text.lastIndexOf('\n', place - 1) + 1;
  }

  /** The place of the line's end, before the line break. */
  int lineEnd(int place) {
    int end = text.indexOf('\n', place);
    return end < 0 ? text.length() : end;
  }

  /** Whether only white space stands before a place on its line. */
  boolean first(int place) {
    return text.substring(lineStart(place), place).isBlank();
  }

  /** The text with something else in the place of a part. */
  String replaced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
