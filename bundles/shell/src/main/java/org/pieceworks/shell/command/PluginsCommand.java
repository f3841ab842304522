package org.pieceworks.shell.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.pieceworks.experiment.option.OptionField;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** Lists what can be plugged in. */
@Command(
    name = "plugins",
    description = {
      "Shows every family of plug-ins: its members, their options with defaults and help, and the"
          + " bundle that brings each."
    },
    footer = {
      "",
      "Examples:",
      "  pieceworks plugins",
      "  pieceworks plugins --json | jq '.families[].plugins[].name'"
    })
public final class PluginsCommand implements Runnable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Context context;

  @Option(names = "--json", showDefaultValue = Help.Visibility.NEVER, description = "Print JSON.")
  private boolean json;

  /** Creates the command. */
  public PluginsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Plugins plugins = context.get(Plugins.class);
    if (json) {
      context.print(asJson(plugins));
    } else {
      for (Family family : Family.values()) {
        print(family, plugins.list(family));
      }
    }
  }

  private static String asJson(Plugins plugins) {
    try {
      return JSON.writeValueAsString(PluginDocument.of(plugins));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plug-ins cannot be written as JSON", e);
    }
  }

  private void print(Family family, List<PluginEntry> members) {
    context.print(family.title() + (members.isEmpty() ? none(family) : ""));
    for (PluginEntry entry : members) {
      String bundle = (entry.bundle() + " " + entry.version()).strip();
      context.print("  " + entry.plugin().name() + "  (" + bundle + ")");
      if (entry.shadowed()) {
        context.print("      not used: another plug-in of this name goes before it");
      }
      context.print("      " + entry.plugin().summary());
      if (!entry.plugin().source().isEmpty()) {
        context.print("      " + entry.plugin().source());
      }
      Table table = new Table();
      options("", entry.plugin().optionsType(), table);
      table.lines().forEach(line -> context.print("      " + line));
    }
    context.print("");
  }

  private static String none(Family family) {
    return family.optional() ? ": none; pieceworks feature ls shows what can be added" : ": none";
  }

  private static void options(String prefix, Class<? extends Record> type, Table table) {
    for (OptionField field : OptionField.of(type)) {
      if (field.nested()) {
        options(prefix + field.key() + ".", field.type().asSubclass(Record.class), table);
      } else {
        String standard = field.option().required() ? "(required)" : shown(field);
        table.row("- " + prefix + field.key(), standard, field.option().help(), field.expected());
      }
    }
  }

  private static String shown(OptionField field) {
    return field.option().value().isEmpty() ? "(empty)" : field.option().value();
  }
}
