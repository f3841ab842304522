package org.pieceworks.ui.internal.view.plugins;

import java.util.List;

/**
 * What is known of a bundle or of a plug-in.
 *
 * @param heading its name
 * @param facts in a line below it
 * @param troubles why it, or some of it, is not at work
 * @param plugins that it brings
 * @param services the types of those that it offers, each once
 * @param packages that it exports, with their versions
 */
record Details(
    String heading,
    List<String> facts,
    List<String> troubles,
    List<PluginCard> plugins,
    List<String> services,
    List<String> packages) {

  Details {
    facts = List.copyOf(facts);
    troubles = List.copyOf(troubles);
    plugins = List.copyOf(plugins);
    services = List.copyOf(services);
    packages = List.copyOf(packages);
  }

  /** Of nothing but a plug-in. */
  static Details of(PluginCard card, List<String> facts, List<String> troubles) {
    return new Details(card.name(), facts, troubles, List.of(card), List.of(), List.of());
  }
}
