package org.pieceworks.peft.vera;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.pieceworks.peft.Draws;

/**
 * The two frozen random matrices that all sites and members share, as wide as the widest site; a
 * narrower one uses the first columns and rows.
 *
 * @param read {@code [rank, widest in]}
 * @param write {@code [widest out, rank]}
 */
record Projections(NDArray read, NDArray write) {

  /** Draws them by a seed, Kaiming-uniform: within the root of six over the width read. */
  static Projections of(int seed, int rank, int in, int out, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Projections(draw(rank, in, random, manager), draw(out, rank, random, manager));
  }

  private static NDArray draw(int rows, int columns, SplittableRandom random, NDManager manager) {
    double bound = Math.sqrt(6.0 / columns);
    Shape shape = new Shape(rows, columns);
    try (NDArray one =
        Draws.forAll(1, shape, () -> bound * (2 * random.nextDouble() - 1), manager)) {
      return one.reshape(shape);
    }
  }

  /** The columns that a width needs, transposed: {@code [in, rank]}, a view of the manager. */
  NDArray readTransposed(long in, NDManager manager) {
    try (NDArray own = read.get(":, :" + in)) {
      return attached(own.transpose(), manager);
    }
  }

  /** The columns that a width needs: {@code [rank, in]}, a view of the manager. */
  NDArray read(long in, NDManager manager) {
    return attached(read.get(":, :" + in), manager);
  }

  /** The rows that a width needs: {@code [out, rank]}, a view of the manager. */
  NDArray write(long out, NDManager manager) {
    return attached(write.get(":" + out), manager);
  }

  private static NDArray attached(NDArray view, NDManager manager) {
    view.attach(manager);
    return view;
  }
}
