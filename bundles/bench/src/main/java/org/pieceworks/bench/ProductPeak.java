package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.Progress;

/**
 * The fastest that this machine multiplies matrices through the same library: what training can be
 * measured by.
 */
final class ProductPeak {

  private static final int SIZE = 1536;

  private ProductPeak() {}

  /** Floating-point operations a second of a large product. */
  static double measure(NDManager manager, Progress progress) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray a = scope.randomNormal(new Shape(SIZE, SIZE));
      NDArray b = scope.randomNormal(new Shape(SIZE, SIZE));
      Spread seconds =
          Repeated.of(
              () -> {
                try (NDArray product = a.matMul(b)) {
                  product.getFloat(0, 0); // the device must have done it
                }
              },
              progress);
      return 2.0 * SIZE * SIZE * SIZE / seconds.least();
    }
  }
}
