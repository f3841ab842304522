package org.pieceworks.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes a sharer's pieces back. */
@Command(
    name = "revoke",
    description = "Takes back all pieces of a sharer and deletes what nobody else holds.")
final class PoolRevoke implements Runnable {

  @ParentCommand private PoolCommand pool;

  @Parameters(paramLabel = "SHARER", description = "The sharer's id.")
  private String sharer;

  @Override
  public void run() {
    int pieces = pool.folderForWriting(false).revoke(sharer);
    pool.context().print("revoked " + pieces + " pieces of " + sharer);
  }
}
