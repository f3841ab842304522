package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Writes what a user typed into a field as YAML that reads back as the same. */
public final class Scalars {

  private Scalars() {}

  /** One value, quoted where it has to be. */
  public static String one(String typed) {
    return plain(typed)
        ? typed
        : "\"" + typed.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static boolean plain(String typed) {
    if (typed.isBlank() || typed.contains("\n") || !typed.equals(typed.strip())) {
      return false;
    }
    return YamlText.parse("{k: " + typed + "}")
        .flatMap(yaml -> yaml.find(List.of("k")).filter(node -> same(yaml, node, typed)))
        .isPresent();
  }

  private static boolean same(YamlText yaml, Node node, String typed) {
    return yaml.keys().size() == 1
        && !YamlText.empty(node)
        && node instanceof ScalarNode scalar
        && scalar.getValue().equals(typed);
  }

  /** A list of what stands between commas; maps, lists and quoted texts are taken as they are. */
  public static String list(String typed) {
    if (typed.strip().startsWith("[")) {
      return typed.strip();
    }
    return split(typed).stream()
        .map(part -> part.matches("[\\[{\"'].*") ? part : one(part))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The parts between those commas that stand in no brackets or quotes. */
  public static List<String> split(String typed) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (char c : typed.toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (c == ',' && depth == 0 && quote == 0) {
        add(parts, part);
      } else {
        part.append(c);
      }
    }
    add(parts, part);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part) {
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    part.setLength(0);
  }
}
