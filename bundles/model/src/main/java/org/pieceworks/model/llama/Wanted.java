package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.model.TokenBatch;

/**
 * The positions whose states are asked for: the last layer makes queries of these alone and goes on
 * with them. Rows with fewer than others are filled up with their first position.
 *
 * @param members who share the rows evenly
 * @param seq tokens a row
 * @param positions {@code [rows * most]}, each within its row
 * @param most of any row, at least one
 * @param placed {@code [asked for]}: where each stands among the positions
 */
record Wanted(long members, long seq, long[] positions, int most, long[] placed) {

  /** The positions of a batch's labels. */
  static Wanted of(TokenBatch batch) {
    Shape shape = batch.tokens().getShape();
    int rows = (int) (shape.get(0) * shape.get(1));
    return of(batch.labelPositions().toLongArray(), shape.get(0), rows, shape.get(2));
  }

  /**
   * Positions of any rows.
   *
   * @param flat indices into rows x seq
   * @param rows of all members together
   */
  static Wanted of(long[] flat, long members, int rows, long seq) {
    int[] counts = new int[rows];
    int most = 1;
    for (long position : flat) {
      most = Math.max(most, ++counts[(int) (position / seq)]);
    }
    long[] positions = new long[rows * most];
    long[] placed = new long[flat.length];
    int[] next = new int[rows];
    for (int i = 0; i < flat.length; i++) {
      int row = (int) (flat[i] / seq);
      int place = row * most + next[row]++;
      positions[place] = flat[i] % seq;
      placed[i] = place;
    }
    return new Wanted(members, seq, positions, most, placed);
  }

  /** Where the states asked for stand among the positions: {@code [asked for]}, int64. */
  NDArray places(NDManager manager) {
    return manager.create(placed);
  }

  /** The positions with virtual tokens before them: {@code [rows, most]}, int64. */
  NDArray within(int virtual, NDManager manager) {
    long[] shifted = new long[positions.length];
    for (int i = 0; i < positions.length; i++) {
      shifted[i] = virtual + positions[i];
    }
    return manager.create(shifted, new Shape(positions.length / most, most));
  }

  /**
   * The same as rows of {@code [members * rows * (virtual + seq), width]}: {@code [members, n]}.
   */
  NDArray index(int virtual, NDManager manager) {
    long[] flat = new long[positions.length];
    for (int i = 0; i < positions.length; i++) {
      flat[i] = i / most * (virtual + seq) + virtual + positions[i];
    }
    return manager.create(flat, new Shape(members, positions.length / members));
  }
}
