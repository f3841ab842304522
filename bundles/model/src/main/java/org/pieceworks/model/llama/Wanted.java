package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.model.TokenBatch;

/**
 * The positions whose states are asked for: the last layer, past its keys and values, goes on with
 * these alone. Members with fewer than others are filled up with their first position.
 *
 * @param rows per member
 * @param seq tokens a row
 * @param positions {@code [members * most]}, per member indices into rows x seq
 * @param most of any member, at least one
 * @param placed {@code [asked for]}: where each stands among the positions
 */
record Wanted(long rows, long seq, long[] positions, int most, long[] placed) {

  /** The positions of a batch's labels. */
  static Wanted of(TokenBatch batch) {
    Shape shape = batch.tokens().getShape();
    return of(batch.labelPositions().toLongArray(), (int) shape.get(0), shape.get(1), shape.get(2));
  }

  /**
   * Positions of any members.
   *
   * @param flat indices into members x rows x seq
   */
  static Wanted of(long[] flat, int members, long rows, long seq) {
    int[] counts = new int[members];
    for (long position : flat) {
      counts[(int) (position / (rows * seq))]++;
    }
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    long[] positions = new long[members * most];
    long[] placed = new long[flat.length];
    int[] next = new int[members];
    for (int i = 0; i < flat.length; i++) {
      int member = (int) (flat[i] / (rows * seq));
      int place = member * most + next[member]++;
      positions[place] = flat[i] % (rows * seq);
      placed[i] = place;
    }
    return new Wanted(rows, seq, positions, most, placed);
  }

  /** Where the states asked for stand among the positions: {@code [asked for]}, int64. */
  NDArray places(NDManager manager) {
    return manager.create(placed);
  }

  /**
   * The positions as rows of {@code [members * rows * (virtual + seq), width]}: {@code [members,
   * most]}, int64.
   */
  NDArray index(int virtual, NDManager manager) {
    long[] shifted = new long[positions.length];
    for (int i = 0; i < positions.length; i++) {
      long row = i / most * rows + positions[i] / seq;
      shifted[i] = row * (virtual + seq) + virtual + positions[i] % seq;
    }
    return manager.create(shifted, new Shape(positions.length / most, most));
  }
}
