package org.pieceworks.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pieceworks.api.Desktop;
import org.pieceworks.shell.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the desktop workbench. */
@Command(
    name = "ui",
    description = {
      "Opens the workbench as a window: experiments, runs, charts, pools and plug-ins.",
      "It works with the same files, runs and plug-ins as the command line."
    },
    footer = {"", "Examples:", "  pieceworks ui", "  pieceworks ui experiments/quickstart.yaml"})
public final class UiCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Experiment files to open.")
  private List<Path> files = List.of();

  /** Creates the command. */
  public UiCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return context.get(Desktop.class).show(files);
  }
}
