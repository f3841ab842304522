package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
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
    return products(List.of(new ThinProduct(read, write, null)), input, scale).get(0);
  }

  /**
   * The same for changes that see the same input: it is read once for all of them, and factors act
   * where the product is thin.
   *
   * @param input {@code [members, positions, in]}
   * @return of each change, {@code [members, positions, out]}
   */
  public static List<NDArray> products(List<ThinProduct> changes, NDArray input, double scale) {
    List<NDArray> made = new ArrayList<>();
    NDList narrow = read(changes, input, scale); // [members, positions, rank] each
    for (int i = 0; i < changes.size(); i++) {
      ThinProduct change = changes.get(i);
      NDArray acting = narrow.get(i);
      if (change.factor() != null) {
        acting = acting.mul(change.factor());
      }
      // A transposed view would belong to the bank's manager and pile up there over many passes.
      try (NDArray write = change.write().transpose(0, 2, 1)) {
        made.add(acting.matMul(write));
      }
    }
    return made;
  }

  private static NDList read(List<ThinProduct> changes, NDArray input, double scale) {
    // The scale is an array of the engine's, since autograd needs it on the way back: arithmetic
    // with a Java number lends the engine a buffer that may be gone by then.
    try (NDManager scope = input.getManager().newSubManager();
        NDArray factor = input.getManager().full(new Shape(), (float) scale, input.getDataType())) {
      NDArray reads = changes.get(0).read();
      if (changes.size() > 1) {
        NDList all = new NDList();
        changes.forEach(change -> all.add(change.read()));
        reads = NDArrays.concat(all, 1); // [members, ranks, in]
        reads.attach(scope);
      }
      NDArray turned = reads.transpose(0, 2, 1);
      turned.attach(scope);
      NDArray narrow = input.matMul(turned); // [members, positions, ranks]
      NDArray scaled = scale == 1 ? narrow : narrow.mul(factor);
      return changes.size() == 1 ? new NDList(scaled) : scaled.split(ends(changes), 2);
    }
  }

  /** Where each part but the last ends. */
  private static long[] ends(List<ThinProduct> changes) {
    long[] ends = new long[changes.size() - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += changes.get(i).rank();
      ends[i] = end;
    }
    return ends;
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
