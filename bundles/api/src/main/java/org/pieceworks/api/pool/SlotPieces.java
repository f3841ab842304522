package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.pieceworks.api.peft.Bank;

/**
 * The offered pieces of one slot, stacked.
 *
 * @param pieces their entries, in order of number
 * @param tensors a bank of {@code pieces} over the slot's sites
 * @param gates {@code [pieces, width]}
 */
public record SlotPieces(List<Piece> pieces, Bank tensors, NDArray gates) implements AutoCloseable {

  @Override
  public void close() {
    tensors.close();
    gates.close();
  }
}
