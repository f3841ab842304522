package org.pieceworks.peft.dora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.pieceworks.api.model.Linear;
import org.pieceworks.peft.Frozen;

/**
 * The rows of a frozen weight, and their norms when a product of two factors is added.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 * @param squares their squared norms, {@code [out]}, float32
 */
record Rows(NDArray weight, Optional<NDArray> bias, NDArray squares) {

  /** The least square that a norm is taken of, so that a row of zeros has one. */
  private static final float LEAST = 1e-12f;

  static Rows of(Linear linear, NDManager owner) {
    try (NDManager scope = owner.newSubManager()) {
      NDArray wide = linear.weight().toType(DataType.FLOAT32, true);
      wide.attach(scope);
      NDArray squares = wide.square().sum(new int[] {1});
      squares.attach(owner);
      return new Rows(linear.weight(), linear.bias(), squares);
    }
  }

  /** Their norms as they are: {@code [out]}. */
  NDArray norms() {
    try (NDArray bounded = squares.maximum(LEAST)) {
      return bounded.sqrt();
    }
  }

  /**
   * The norms of the rows of {@code W + scale B A}, from {@code ||W||^2 + 2 s B . (W A^T) + s^2 (B
   * A A^T) . B} without the dense matrix, and without a gradient (section 4.3 of the paper).
   *
   * @param read A, {@code [members, rank, in]}
   * @param write B, {@code [members, out, rank]}
   * @return {@code [members, out]}, of the scope's manager
   */
  NDArray norms(NDArray read, NDArray write, double scale, NDManager scope) {
    NDArray a = constant(read, scope);
    NDArray b = constant(write, scope);
    NDArray both = Frozen.exact(a, weight).transpose(0, 2, 1); // [members, out, rank]
    NDArray cross = b.mul(both).sum(new int[] {2});
    NDArray gram = a.matMul(a.transpose(0, 2, 1)); // [members, rank, rank]
    NDArray own = b.matMul(gram).mul(b).sum(new int[] {2});
    return own.mul(scale * scale).add(cross.mul(2 * scale)).add(squares).maximum(LEAST).sqrt();
  }

  private static NDArray constant(NDArray array, NDManager scope) {
    NDArray constant = array.stopGradient();
    constant.attach(scope);
    return constant;
  }
}
