package org.pieceworks.pool;

import java.util.Arrays;

/**
 * Which rows of a block are offered.
 *
 * @param positions per row its position among the offered pieces; -1: it is not offered
 */
record BlockPieces(Block block, int[] positions) {

  static BlockPieces of(Block block) {
    int[] none = new int[block.pieces()];
    Arrays.fill(none, -1);
    return new BlockPieces(block, none);
  }

  void add(int row, int position) {
    positions[row] = position;
  }

  boolean has(int row) {
    return positions[row] >= 0;
  }

  int position(int row) {
    return positions[row];
  }
}
