package org.pieceworks.shell.command;

import org.pieceworks.shell.Context;
import picocli.CommandLine.Command;

/** Optional features. */
@Command(
    name = "feature",
    subcommands = {FeatureList.class, FeatureAdd.class, FeatureRemove.class},
    description = {
      "Adds what the workbench can do without, such as pretrained models, and removes it again."
    },
    footer = {"", "Examples:", "  pieceworks feature ls", "  pieceworks feature add minilm"})
public final class FeatureCommand extends Group {

  private final Context context;

  /** Creates the command with its parts. */
  public FeatureCommand(Context context) {
    this.context = context;
  }

  Context context() {
    return context;
  }
}
