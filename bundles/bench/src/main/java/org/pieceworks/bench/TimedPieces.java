package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;

/** Pieces whose reading is timed. */
record TimedPieces(SlotPieces pieces, Stopwatch watch) implements SlotPieces {

  @Override
  public String slot() {
    return pieces.slot();
  }

  @Override
  public int size() {
    return pieces.size();
  }

  @Override
  public int number(int position) {
    return pieces.number(position);
  }

  @Override
  public int position(int number) {
    return pieces.position(number);
  }

  @Override
  public List<String> sharers() {
    return pieces.sharers();
  }

  @Override
  public NDArray gates(NDManager manager) {
    return watch.time(() -> pieces.gates(manager));
  }

  @Override
  public NDArray gates(int[] positions, NDManager manager) {
    return watch.time(() -> pieces.gates(positions, manager));
  }

  @Override
  public int[] nearest(float[] query, int count, NDManager manager) {
    return pieces.nearest(query, count, manager);
  }

  @Override
  public Bank read(int[] positions, NDManager manager) {
    return watch.time(() -> pieces.read(positions, manager));
  }
}
