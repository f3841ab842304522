package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import org.pieceworks.model.Products;

/**
 * The positions that look at the keys of their rows.
 *
 * @param perRow how many
 * @param turn of these positions
 * @param mask added to the scores, broadcast to {@code [rows, heads, perRow, keys]}
 * @param index {@code [members, rows * perRow]}, int64: which of all positions they are; null: all
 */
record Queries(long perRow, Turn turn, NDArray mask, NDArray index) {

  boolean all() {
    return index == null;
  }

  /** Their states: {@code [members, positions, width]} to {@code [members, theirs, width]}. */
  NDArray of(NDArray states) {
    return all() ? states : Products.rows(states, index);
  }
}
