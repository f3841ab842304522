package org.pieceworks.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.pool.PiecePool;
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
    if (Files.exists(target)) {
      throw BadInputException.of("DIR", target + ", which is there already", "a new folder");
    }
    try (PiecePool open = pool.open()) {
      open.exportTo(target);
      pool.context().print("exported " + open.size().pieces() + " pieces to " + target);
    }
  }
}
