package org.pieceworks.ui.internal.view.editor.yaml;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where the items of lists stand in a text.
 *
 * @param yaml the text
 */
record ListItems(YamlText yaml) {

  /** Whether a list or a map stands in brackets. */
  static boolean flow(CollectionNode<?> node) {
    return node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
  }

  /** The place behind an item. */
  int end(SequenceNode list, int index) {
    Node item = list.getValue().get(index);
    return yaml.end(item, flow(list) ? yaml.start(item) : dash(list, index) + 1);
  }

  /** The place of an item's dash; of its comma or bracket where the list stands in brackets. */
  int dash(SequenceNode list, int index) {
    if (index == 0) {
      return yaml.start(list);
    }
    if (flow(list)) {
      return yaml.text().indexOf(',', end(list, index - 1));
    }
    int place = end(list, index - 1);
    do {
      place = yaml.lineEnd(place) + 1;
    } while (yaml.text().substring(place, yaml.lineEnd(place)).strip().startsWith("#")
        || yaml.text().substring(place, yaml.lineEnd(place)).isBlank());
    return yaml.text().indexOf('-', place);
  }
}
