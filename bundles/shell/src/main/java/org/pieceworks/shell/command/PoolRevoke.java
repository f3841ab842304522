package org.pieceworks.shell.command;

import org.pieceworks.api.BadInputException;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.SharerShare;
import org.pieceworks.experiment.option.Names;
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
    try (PiecePool open = pool.openForWriting(false)) {
      var sharers =
          open.sharers().stream().map(SharerShare::sharer).filter(s -> !s.isEmpty()).toList();
      if (!sharers.contains(sharer)) {
        throw BadInputException.of(
            "SHARER",
            sharer,
            Names.nearest(sharer, sharers)
                .map(nearest -> "a sharer of this pool, such as " + nearest)
                .orElse("a sharer of this pool: pool ls --sharers lists them"));
      }
      pool.context().print("revoked " + open.revoke(sharer) + " pieces of " + sharer);
    }
  }
}
