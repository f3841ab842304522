package org.pieceworks.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.shell.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The pieces that sharers share. */
@Command(
    name = "pool",
    subcommands = {
      PoolList.class,
      PoolShow.class,
      PoolVerify.class,
      PoolExport.class,
      PoolImport.class,
      PoolRevoke.class
    },
    description = "Shows, verifies and moves the pieces that sharers share.",
    footer = {
      "",
      "Examples:",
      "  pieceworks pool ls --run last",
      "  pieceworks pool export --run last pieces-for-a-friend",
      "  pieceworks pool verify --pool path/to/pool"
    })
public final class PoolCommand extends Group {

  private final Context context;

  @Option(
      names = "--pool",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "The pool's folder; without it PIECEWORKS_HOME/pool.")
  private Path directory;

  @Option(
      names = "--run",
      scope = ScopeType.INHERIT,
      paramLabel = "RUN",
      description = "Instead: the pool that a stored run's first trial made, to read.")
  private String run;

  /** Creates the command with its parts. */
  public PoolCommand(Context context) {
    this.context = context;
  }

  /** What the pool's own commands share. */
  Context context() {
    return context;
  }

  /**
   * The pool's folder.
   *
   * @throws BadInputException if it is asked for in two ways, or the run made none
   */
  Path directory() {
    if (run == null) {
      return directory != null ? directory : Home.ofEnvironment().pool();
    }
    if (directory != null) {
      throw BadInputException.of("pool", "--pool and --run", "one of them");
    }
    return context.get(RunStore.class).find(run).done().stream()
        .findFirst()
        .flatMap(PoolFolder::made)
        .orElseThrow(() -> BadInputException.of("--run " + run, "no pool", "a run of per-pcs"));
  }

  /** A pool that must be there. */
  PoolFolder folder() {
    Path folder = directory();
    if (run == null && directory == null && !Files.exists(folder)) {
      throw BadInputException.of(
          folder.toString(),
          "no pool",
          "one: pool import DIR makes it, --run RUN reads a run's, --pool DIR another");
    }
    return new PoolFolder(context.get(PiecePools.class), folder);
  }

  /** Opens a pool that must be there. */
  PiecePool open() {
    return folder().open();
  }

  /**
   * A pool that may be written to.
   *
   * @param create whether it is made where there is none
   */
  PoolFolder folderForWriting(boolean create) {
    if (run != null) {
      throw BadInputException.of(
          "--run", run + ", whose pool is only to be read", "--pool with an exported copy of it");
    }
    return create ? new PoolFolder(context.get(PiecePools.class), directory()) : folder();
  }
}
