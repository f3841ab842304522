package org.pieceworks.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.FreshResults;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.StatusLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a report again. */
@Command(
    name = "report",
    description = {
      "Draws charts and report of a stored run again; the same run always gives the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  pieceworks report last",
      "  pieceworks report results/quickstart-20260101-120000",
      "  pieceworks report quickstart-20260101-120000-1a2b --out elsewhere"
    })
public final class ReportCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "RUN",
      description = "Id of the run or how it begins, \"last\", or the folder of its results.")
  private String run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where result files go; without it the folder given as RUN, or else results/RUN.")
  private Path out;

  /** Creates the command. */
  public ReportCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    StoredRun stored = context.get(RunStore.class).find(run);
    if (stored.done().isEmpty()) {
      throw BadInputException.of("run " + stored.id(), "no finished trial", "at least one");
    }
    Path directory = out != null ? out : standard(stored);
    ResultFolder.check(directory);
    StatusLine status = context.status();
    status.glance("drawing the report");
    try (FreshResults fresh = new FreshResults(directory)) {
      Path page = context.get(ReportWriter.class).write(stored, fresh.folder());
      Path published = fresh.publish(page);
      status.clear();
      context.print("report: " + published);
    } finally {
      status.clear();
    }
  }

  private Path standard(StoredRun stored) {
    Path named = Path.of(run);
    return Files.isRegularFile(named.resolve(ResultFolder.MARK))
        ? named
        : ResultFolder.standard(stored.id());
  }
}
