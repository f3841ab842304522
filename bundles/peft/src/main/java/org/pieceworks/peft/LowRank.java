package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/** Changes that are a product of two thin matrices, {@code write @ read}. */
public final class LowRank {

  private LowRank() {}

  /**
   * The same numbers for every member, Kaiming-uniform with a = sqrt 5 (PEFT's default): uniform
   * within one over the root of the width.
   *
   * @return {@code [members, rank, in]}
   */
  public static NDArray kaimingUniform(
      int members, int rank, int in, SplittableRandom random, NDManager manager) {
    double bound = 1 / Math.sqrt(in);
    return Draws.forAll(
        members, new Shape(rank, in), () -> bound * (2 * random.nextDouble() - 1), manager);
  }

  /**
   * What the product adds, without ever being formed.
   *
   * @param input {@code [members, positions, in]}
   * @param read {@code [members, rank, in]}
   * @param write {@code [members, out, rank]}
   * @return {@code [members, positions, out]}
   */
  public static NDArray product(NDArray input, NDArray read, NDArray write, double scale) {
    // The transposed views would belong to the bank's manager and pile up there over many passes.
    // The scale is an array of the engine's, since autograd needs it on the way back: arithmetic
    // with a Java number lends the engine a buffer that may be gone by then.
    try (NDArray a = read.transpose(0, 2, 1);
        NDArray b = write.transpose(0, 2, 1);
        NDArray factor = input.getManager().full(new Shape(), (float) scale, input.getDataType())) {
      NDArray narrow = input.matMul(a); // [members, positions, rank]
      NDArray scaled = scale == 1 ? narrow : narrow.mul(factor);
      return scaled.matMul(b);
    }
  }

  /** {@code [targets, k, rank, in]} to {@code [targets, k * rank, in]}. */
  public static NDArray stackedReads(NDArray chosen) {
    Shape shape = chosen.getShape();
    return chosen.reshape(shape.get(0), shape.get(1) * shape.get(2), shape.get(3));
  }

  /** {@code [targets, k, out, rank]}, weighted, to {@code [targets, out, k * rank]}. */
  public static NDArray stackedWrites(NDArray chosen, NDArray weights) {
    Shape shape = chosen.getShape();
    return chosen
        .mul(weights.reshape(shape.get(0), shape.get(1), 1, 1))
        .transpose(0, 2, 1, 3)
        .reshape(shape.get(0), shape.get(2), shape.get(1) * shape.get(3));
  }
}
