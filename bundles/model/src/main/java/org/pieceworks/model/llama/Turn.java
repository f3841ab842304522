package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.pieceworks.model.Products;

/**
 * What turns heads by their position: with the halves of a head swapped, {@code x * cos + swapped *
 * sin}, where the first half of {@code sin} carries the minus.
 *
 * @param cos broadcast over heads: {@code [1 or batch, 1, seq, head]}
 * @param sin shaped alike
 */
record Turn(NDArray cos, NDArray sin) {

  int length() {
    return (int) cos.getShape().get(2);
  }

  /** The first positions of a table, as views of a pass. */
  Turn first(int length, NDManager pass) {
    return new Turn(first(cos, length, pass), first(sin, length, pass));
  }

  private static NDArray first(NDArray table, int length, NDManager pass) {
    NDArray view = table.get(":, :, :" + length);
    view.attach(pass);
    return view;
  }

  /**
   * Some positions of a table for every batch row.
   *
   * @param positions {@code [batch, n]}, int64; owns the result
   * @return tables {@code [batch, 1, n, head]}
   */
  Turn at(NDArray positions) {
    return new Turn(at(cos, positions), at(sin, positions));
  }

  private static NDArray at(NDArray table, NDArray positions) {
    NDArray rows = Products.rows(table, positions);
    rows.attach(positions.getManager());
    return rows.expandDims(1);
  }

  /** Turns {@code [batch, heads, seq, head]}. */
  NDArray of(NDArray x) {
    NDList halves = x.split(2, 3);
    NDArray swapped = NDArrays.concat(new NDList(halves.get(1), halves.get(0)), 3);
    return x.mul(cos).add(swapped.mul(sin));
  }
}
