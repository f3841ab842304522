package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;

/**
 * A change of a module that is a product of two thin matrices.
 *
 * @param read {@code [members, rank, in]}
 * @param write {@code [members, out, rank]}
 * @param factor how far it acts at each position, {@code [members, positions, 1]}; null: all the
 *     way
 */
public record ThinProduct(NDArray read, NDArray write, NDArray factor) {

  int rank() {
    return (int) read.getShape().get(1);
  }
}
