package org.pieceworks.shell.command;

import ai.djl.ndarray.NDManager;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PieceContent;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one piece. */
@Command(name = "show", description = "Shows one piece: whose it is and what it holds.")
final class PoolShow implements Runnable {

  @ParentCommand private PoolCommand pool;

  @Parameters(paramLabel = "PIECE", description = "The piece's number.")
  private int number;

  @Override
  public void run() {
    try (PiecePool open = pool.open()) {
      Piece piece = piece(open);
      Table table = new Table();
      table.row("piece", piece.number());
      table.row("sharer", piece.sharer());
      table.row("slot", piece.slot());
      table.row("sha256", piece.sha256());
      table.row("bytes", piece.bytes());
      table.row("revoked", piece.revoked() ? "yes" : "no");
      if (!piece.revoked()) {
        tensors(open, piece, table);
      }
      pool.context().print(table.lines());
    }
  }

  private Piece piece(PiecePool open) {
    int entries = open.size().entries();
    return open.piece(number)
        .orElseThrow(
            () ->
                BadInputException.of(
                    "PIECE",
                    Integer.toString(number),
                    entries == 0
                        ? "a piece, but the pool is empty"
                        : "a number from 0 to " + (entries - 1)));
  }

  private void tensors(PiecePool open, Piece piece, Table table) {
    try (NDManager manager = pool.context().get(ExecutionEngine.class).open("cpu");
        NDManager scope = manager.newSubManager()) {
      PieceContent content = open.read(piece, scope);
      content.tensors().forEach((name, array) -> table.row(name, array.getShape()));
      table.row("gate", content.gate().getShape());
    }
  }
}
