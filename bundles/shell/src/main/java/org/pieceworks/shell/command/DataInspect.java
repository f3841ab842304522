package org.pieceworks.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.data.DataSource;
import org.pieceworks.experiment.data.LabelCounts;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.Amounts;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a data set holds. */
@Command(
    name = "inspect",
    description = {
      "Shows what a data set holds: users, items, labels, sizes of histories, first items."
    },
    footer = {
      "",
      "Examples:",
      "  pieceworks data inspect ../shared/data/critic_rating",
      "  pieceworks data inspect personas --set task=headline --set users=50"
    })
final class DataInspect implements Runnable {

  private static final int WIDTH = 100;

  @ParentCommand private DataCommand data;

  @Parameters(
      paramLabel = "PATH",
      description = "A folder, a questions file, or the name of a format that generates users.")
  private String path;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "The data set format; without it the one that fits.")
  private String format;

  @Option(
      names = "--set",
      showDefaultValue = Help.Visibility.NEVER,
      paramLabel = "KEY=VALUE",
      description = "Sets one option of the format; may be given several times.")
  private List<String> settings = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of a generator.")
  private long seed = 0;

  @Option(names = "--items", paramLabel = "N", description = "First items that are shown.")
  private int items = 3;

  @Override
  public void run() {
    Context context = data.context();
    DataSource source = new DataSource(context.get(Plugins.class));
    DataSource.Found found = source.read(path, Optional.ofNullable(format), settings, seed);
    Dataset dataset = found.dataset();
    context.print(overview(found).lines());
    if (!dataset.task().labels().isEmpty()) {
      context.print("");
      context.print(labels(dataset).lines());
    }
    context.print("");
    context.print("history items a user");
    context.print(
        Histogram.lines(dataset.users().stream().mapToInt(u -> u.history().size()).toArray()));
    context.print("");
    first(dataset).forEach(context::print);
  }

  private static Table overview(DataSource.Found found) {
    Dataset dataset = found.dataset();
    long history = dataset.users().stream().mapToLong(user -> user.history().size()).sum();
    long queries = dataset.users().stream().mapToLong(user -> user.queries().size()).sum();
    Table table = new Table();
    table.row("format", found.format());
    table.row("task", dataset.task().name());
    table.row("kind", dataset.task().kind().name().toLowerCase(Locale.ROOT));
    table.row("prompt", brief(dataset.task().prompt()));
    table.row("users", Amounts.count(dataset.users().size()));
    table.row("history items", Amounts.count(history));
    table.row("queries", Amounts.count(queries));
    table.row("truth", dataset.truth().isPresent() ? "known: it is generated" : "not known");
    table.row("sha256", dataset.hash());
    return table;
  }

  private static Table labels(Dataset dataset) {
    Table table = new Table("label", "in histories", "in queries").numbers(1, 2);
    for (LabelCounts.Count one : LabelCounts.of(dataset)) {
      String shown = one.known() ? one.label() : brief(one.label()) + " (no label)";
      table.row(shown, Amounts.count(one.histories()), Amounts.count(one.queries()));
    }
    return table;
  }

  private List<String> first(Dataset dataset) {
    List<String> lines = new ArrayList<>();
    for (User user : dataset.users()) {
      for (Item item : user.history()) {
        if (lines.size() >= 2 * items) {
          return lines;
        }
        lines.add("user " + user.id() + ": " + brief(item.input()));
        lines.add("  -> " + brief(item.output()));
      }
    }
    return lines;
  }

  private static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
