package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.BiFunction;
import org.pieceworks.api.peft.Bank;

/** Pieces that are changed after they are read. */
record ChangedPieces(SlotPieces original, BiFunction<Bank, NDManager, Bank> change)
    implements SlotPieces {

  @Override
  public String slot() {
    return original.slot();
  }

  @Override
  public int size() {
    return original.size();
  }

  @Override
  public int number(int position) {
    return original.number(position);
  }

  @Override
  public int position(int number) {
    return original.position(number);
  }

  @Override
  public List<String> sharers() {
    return original.sharers();
  }

  @Override
  public NDArray gates(NDManager manager) {
    return original.gates(manager);
  }

  @Override
  public NDArray gates(int[] positions, NDManager manager) {
    return original.gates(positions, manager);
  }

  @Override
  public int[] nearest(float[] query, int count, NDManager manager) {
    return original.nearest(query, count, manager);
  }

  @Override
  public Bank read(int[] positions, NDManager manager) {
    return change.apply(original.read(positions, manager), manager);
  }
}
