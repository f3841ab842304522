package org.pieceworks.shell.command;

import java.nio.file.Path;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.StatusLine;
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
    StatusLine status = pool.context().status();
    try {
      int added =
          pool.folderForWriting(true).importFrom(source, Context.progress(status, "importing"));
      status.clear();
      pool.context().print("imported " + added + " pieces into " + pool.directory());
    } finally {
      status.clear();
    }
  }
}
