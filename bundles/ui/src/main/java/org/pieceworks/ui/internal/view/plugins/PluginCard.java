package org.pieceworks.ui.internal.view.plugins;

import java.util.List;
import java.util.Map;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;

/**
 * A plug-in as the view shows it: asked once, since it is foreign code.
 *
 * @param broken why it cannot say what it is; empty where it can
 */
record PluginCard(
    Family family,
    String name,
    String summary,
    String source,
    String bundle,
    String version,
    boolean shadowed,
    List<OptionRow> options,
    String broken) {

  private static final Config NONE = new Config.Mapping(Map.of(), new Origin("defaults", 0));

  PluginCard {
    options = List.copyOf(options);
  }

  static PluginCard of(PluginEntry entry) {
    String name = entry.plugin().name();
    try {
      return card(
          entry,
          name,
          entry.plugin().summary(),
          entry.plugin().source(),
          OptionRow.of(entry.plugin().optionsType(), NONE),
          "");
    } catch (RuntimeException | LinkageError e) {
      return card(entry, name, "", "", List.of(), e.toString());
    }
  }

  private static PluginCard card(
      PluginEntry entry,
      String name,
      String summary,
      String source,
      List<OptionRow> options,
      String broken) {
    return new PluginCard(
        entry.family(),
        name,
        summary,
        source == null ? "" : source,
        entry.bundle(),
        entry.version(),
        entry.shadowed(),
        options,
        broken);
  }
}
