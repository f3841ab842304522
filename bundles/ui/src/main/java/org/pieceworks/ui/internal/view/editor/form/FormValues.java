package org.pieceworks.ui.internal.view.editor.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What a text sets, as fields show it. */
public record FormValues(YamlText yaml) {

  /** Those of a text that says nothing. */
  public static FormValues none() {
    return new FormValues(YamlText.parse("").orElseThrow());
  }

  private Optional<Node> node(String path) {
    return yaml.find(List.of(path.split("\\."))).filter(node -> !YamlText.empty(node));
  }

  /** What a field shows; empty where the text leaves the setting out. */
  public Optional<String> shown(Field field) {
    return field.kind() == Field.Kind.PLUGIN
        ? plugin(field.path())
        : node(field.path()).map(this::text);
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(this::item).collect(Collectors.joining(", "))
        : yaml.source(node);
  }

  private String item(Node node) {
    return yaml.source(node).strip();
  }

  /** The plug-in that a setting names; empty where the text leaves that to the default. */
  public Optional<String> plugin(String path) {
    return node(path)
        .flatMap(node -> node instanceof MappingNode ? node(path + ".use") : Optional.of(node))
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue());
  }

  /** The keys that stand directly below a path. */
  public List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    if (path.isEmpty()) {
      return yaml.keys();
    }
    if (node(path).orElse(null) instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                  keys.add(key.getValue());
                }
              });
    }
    return keys;
  }
}
