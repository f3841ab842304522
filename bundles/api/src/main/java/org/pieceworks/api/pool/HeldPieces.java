package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.peft.Bank;

/**
 * Pieces of one slot that are in memory.
 *
 * @param numbers of the pieces, ascending
 * @param sharers per piece the sharer's id
 * @param tensors {@code [pieces, ...]}
 * @param held {@code [pieces, width]}, the gates
 */
public record HeldPieces(
    String slot, int[] numbers, List<String> sharers, Bank tensors, NDArray held)
    implements SlotPieces {

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public int number(int position) {
    return numbers[position];
  }

  @Override
  public int position(int number) {
    return Math.max(-1, Arrays.binarySearch(numbers, number));
  }

  @Override
  public NDArray gates(NDManager manager) {
    NDArray same = held.get(":");
    same.attach(manager);
    return same;
  }

  @Override
  public Bank read(int[] positions, NDManager manager) {
    return tensors.select(positions, manager);
  }
}
