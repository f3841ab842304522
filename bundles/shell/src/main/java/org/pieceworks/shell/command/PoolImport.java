package org.pieceworks.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.StatusLine;
import org.pieceworks.storage.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Imports pieces. */
@Command(
    name = "import",
    description = "Adds the pieces of an exported pool, all or none; makes the pool if need be.")
final class PoolImport implements Runnable {

  @ParentCommand private PoolCommand pool;

  @Parameters(paramLabel = "DIR", description = "Folder that export wrote.")
  private Path source;

  @Override
  public void run() {
    if (!Files.isDirectory(source)) {
      throw BadInputException.of("DIR", source + ", no directory", "a folder that export wrote");
    }
    boolean made = !Files.exists(pool.directory());
    try {
      importPieces();
    } catch (RuntimeException e) {
      if (made) {
        AtomicFiles.deleteTree(pool.directory());
      }
      throw e;
    }
  }

  private void importPieces() {
    StatusLine status = pool.context().status();
    try (PiecePool open = pool.openForWriting(true)) {
      int added = open.importFrom(source, Context.progress(status, "importing"));
      status.clear();
      pool.context().print("imported " + added + " pieces into " + pool.directory());
    } finally {
      status.clear();
    }
  }
}
