package org.pieceworks.shell.command;

import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.api.pool.SharerShare;
import org.pieceworks.shell.console.Amounts;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the pieces of a pool. */
@Command(name = "ls", description = "Lists the pieces, or the sharers with what they share.")
final class PoolList implements Runnable {

  private static final int BRIEF = 12;

  @ParentCommand private PoolCommand pool;

  @Option(
      names = "--sharers",
      showDefaultValue = Help.Visibility.NEVER,
      description = "One line a sharer instead of one a piece.")
  private boolean sharers;

  @Override
  public void run() {
    try (PiecePool open = pool.open()) {
      pool.context().print((sharers ? bySharer(open) : byPiece(open)).lines());
      PoolSize size = open.size();
      pool.context()
          .print(
              "%d pieces, %s, pool %s"
                  .formatted(
                      size.pieces(), Amounts.bytes(size.bytes()), open.id().substring(0, BRIEF)));
    }
  }

  private static Table byPiece(PiecePool open) {
    Table table = new Table("piece", "sharer", "slot", "bytes", "sha256", "").numbers(0, 3);
    open.pieces()
        .forEach(
            piece ->
                table.row(
                    piece.number(),
                    piece.sharer(),
                    piece.slot(),
                    piece.bytes(),
                    piece.sha256().substring(0, BRIEF),
                    piece.revoked() ? "revoked" : ""));
    return table;
  }

  private static Table bySharer(PiecePool open) {
    Table table = new Table("sharer", "pieces", "bytes", "revoked").numbers(1, 2, 3);
    for (SharerShare share : open.sharers()) {
      table.row(
          share.sharer().isEmpty() ? "(revoked)" : share.sharer(),
          share.pieces(),
          share.bytes(),
          share.revoked());
    }
    return table;
  }
}
