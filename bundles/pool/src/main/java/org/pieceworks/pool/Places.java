package org.pieceworks.pool;

import java.util.stream.IntStream;

/**
 * Where the pieces of a slot are, in order of their numbers: as little as can be held of each.
 *
 * @param numbers of the pieces
 * @param sharers their ids
 * @param blocks of the catalogue; 0: in a file of its own
 * @param rows in the blocks
 */
record Places(int[] numbers, String[] sharers, int[] blocks, int[] rows) {

  int size() {
    return numbers.length;
  }

  /** Some of them, in the order given. */
  Places select(int[] positions) {
    return new Places(
        IntStream.of(positions).map(i -> numbers[i]).toArray(),
        IntStream.of(positions).mapToObj(i -> sharers[i]).toArray(String[]::new),
        IntStream.of(positions).map(i -> blocks[i]).toArray(),
        IntStream.of(positions).map(i -> rows[i]).toArray());
  }

  /** Whether they are rows of one block, one after the other. */
  boolean contiguous() {
    return runEnd(0) == size() && blocks[0] != 0;
  }

  /** The end of the rows of one block, one after the other, that start at a position. */
  int runEnd(int from) {
    int to = from + 1;
    while (to < size() && blocks[to] == blocks[from] && rows[to] == rows[to - 1] + 1) {
      to++;
    }
    return to;
  }
}
