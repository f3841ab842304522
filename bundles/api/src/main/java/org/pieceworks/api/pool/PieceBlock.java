package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.pieceworks.api.peft.Bank;

/**
 * Pieces of one slot that are put into a pool together.
 *
 * @param slot the slot's key
 * @param sharers per piece the sharer's id
 * @param tensors {@code [pieces, ...]}
 * @param gates {@code [pieces, width]}
 */
public record PieceBlock(String slot, List<String> sharers, Bank tensors, NDArray gates) {

  /**
   * Copies the sharers.
   *
   * @throws IllegalArgumentException if there are no pieces, or not as many of each
   */
  public PieceBlock {
    sharers = List.copyOf(sharers);
    long gated = gates.getShape().get(0);
    if (sharers.isEmpty()
        || gated != sharers.size()
        || tensors.flat().values().stream().anyMatch(t -> t.getShape().get(0) != gated)) {
      throw new IllegalArgumentException(
          "slot %s: %d sharers and %d gates; there must be a piece of each"
              .formatted(slot, sharers.size(), gated));
    }
  }
}
