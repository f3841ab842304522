package org.pieceworks.shell.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Exports a pool. */
@Command(name = "export", description = "Writes the pool as a folder that import reads.")
final class PoolExport implements Runnable {

  @ParentCommand private PoolCommand pool;

  @Parameters(paramLabel = "DIR", description = "Folder that is made.")
  private Path target;

  @Override
  public void run() {
    int pieces = pool.folder().exportTo(target);
    pool.context().print("exported " + pieces + " pieces to " + target);
  }
}
