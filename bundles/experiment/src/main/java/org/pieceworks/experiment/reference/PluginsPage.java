package org.pieceworks.experiment.reference;

import java.util.List;
import java.util.Map;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentSchema;

/** The page of all plug-ins: what each does, where it comes from, its options. */
public final class PluginsPage {

  private static final Config NONE = new Config.Mapping(Map.of(), new Origin("defaults", 0));

  private static final String HEAD =
      """
      # Plug-in reference

      <!-- Written by the workbench from its plug-ins: change their options, then have it written again. -->

      Every family of plug-ins with its members. `pieceworks plugins` shows the same for what is installed, plug-ins of
      your own among it. An experiment file names a plug-in by its name, and gives it options beside the name:

      ```yaml
      gating: prototype                       # all defaults
      gating: {use: prototype, adapted: false}
      ```

      A file that names no plug-in at all uses the one that the [experiment reference](experiment-reference.md) gives as
      the default.
      """;

  private PluginsPage() {}

  /** The page as Markdown. */
  public static String of(Plugins plugins) {
    StringBuilder page = new StringBuilder(HEAD);
    for (Family family : Family.values()) {
      page.append("\n## ").append(Markdown.heading(family)).append("\n");
      page.append(place(family)).append("\n");
      plugins.list(family).stream()
          .filter(entry -> !entry.shadowed())
          .forEach(entry -> page.append(plugin(entry)));
    }
    return page.toString();
  }

  private static String place(Family family) {
    List<String> keys =
        ExperimentSchema.settings().stream()
            .filter(row -> row.family().filter(family::equals).isPresent())
            .map(row -> "`" + row.path() + "`")
            .toList();
    if (!keys.isEmpty()) {
      return "Named by " + String.join(" and ", keys) + "." + absent(family);
    }
    return family.optional()
        ? absent(family).strip()
        : "Not named in experiment files: every report asks all of them, each with its defaults.";
  }

  private static String absent(Family family) {
    return family.optional()
        ? " None in the plain distribution; see [optional features](user-guide.md#optional-features)."
        : "";
  }

  private static String plugin(PluginEntry entry) {
    Plugin<?> plugin = entry.plugin();
    StringBuilder text = new StringBuilder("\n### ").append(plugin.name()).append("\n");
    text.append(sentence(plugin.summary())).append(" ");
    if (!plugin.source().isEmpty()) {
      text.append("Source: ").append(sentence(plugin.source())).append(" ");
    }
    text.append("Brought by `").append(entry.bundle()).append("`.\n\n");
    List<OptionRow> rows = OptionRow.of(plugin.optionsType(), NONE);
    return text.append(rows.isEmpty() ? "No options.\n" : Markdown.table(rows, OptionRow::expected))
        .toString();
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
