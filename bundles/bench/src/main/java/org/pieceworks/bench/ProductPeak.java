package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The fastest that this machine multiplies matrices through the same library: what training can be
 * measured by.
 */
final class ProductPeak implements AutoCloseable {

  /** Rows and columns of the factors. */
  static final int SIZE = 1536;

  /** Floating-point operations of their product. */
  static final double OPERATIONS = 2.0 * SIZE * SIZE * SIZE;

  private final NDManager manager;
  private final NDArray a;
  private final NDArray b;

  ProductPeak(NDManager parent) {
    manager = parent.newSubManager();
    a = manager.randomNormal(new Shape(SIZE, SIZE));
    b = manager.randomNormal(new Shape(SIZE, SIZE));
  }

  /** Seconds that one product takes. */
  double seconds() {
    long start = System.nanoTime();
    try (NDArray product = a.matMul(b)) {
      product.getFloat(0, 0); // the device must have done it
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    manager.close();
  }
}
