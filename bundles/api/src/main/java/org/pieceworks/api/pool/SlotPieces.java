package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.pieceworks.api.peft.Bank;

/**
 * The offered pieces of one slot, in order of their numbers. What they hold is read when it is
 * asked for, and only while the pool is open.
 */
public interface SlotPieces {

  /** The slot's key. */
  String slot();

  /** How many. */
  int size();

  /** The number of the piece at a position. */
  int number(int position);

  /** Where the piece of a number is; -1: it is not among these. */
  int position(int number);

  /** Per piece the sharer's id. */
  List<String> sharers();

  /**
   * All gates, {@code [pieces, width]}; not to be changed, nor used under a gradient: they may lie
   * over a file.
   *
   * @param manager gives the device and closes them; not after the pool
   * @throws org.pieceworks.api.BadInputException if a file is missing or damaged
   */
  NDArray gates(NDManager manager);

  /**
   * Some gates, {@code [positions, width]}, in the order given.
   *
   * @param manager holds what is returned
   * @throws org.pieceworks.api.BadInputException if a file is missing or damaged
   */
  default NDArray gates(int[] positions, NDManager manager) {
    long[] rows = Arrays.stream(positions).asLongStream().toArray();
    try (NDManager scope = manager.newSubManager()) {
      NDArray some = gates(scope).get(scope.create(rows));
      some.attach(manager);
      return some;
    }
  }

  /**
   * The pieces whose layer-normalized gates have about the greatest inner products with a vector.
   *
   * @param query {@code [width]}
   * @param count how many, at most
   * @param manager gives the device
   * @return positions, ascending
   */
  default int[] nearest(float[] query, int count, NDManager manager) {
    return ExactSearch.nearest(this, query, count, manager);
  }

  /**
   * The tensors of some pieces, each verified against its hash.
   *
   * @param manager holds what is returned
   * @return {@code [positions, ...]}, in the order given
   * @throws org.pieceworks.api.BadInputException if a file is missing or damaged
   */
  Bank read(int[] positions, NDManager manager);

  /**
   * The same pieces, changed after they are read.
   *
   * @param change what is read and a manager to what is returned; may give the same arrays
   */
  default SlotPieces with(BiFunction<Bank, NDManager, Bank> change) {
    return new ChangedPieces(this, change);
  }
}
