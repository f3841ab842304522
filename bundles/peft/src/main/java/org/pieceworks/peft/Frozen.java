package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Arithmetic with the frozen weights of a model, which may be held half as wide as adapters. */
public final class Frozen {

  private Frozen() {}

  /**
   * {@code x W^T} as the model computes it: on a CPU the weight is widened, on a GPU the activation
   * narrowed.
   *
   * @param x {@code [..., in]}
   * @param weight {@code [out, in]}
   * @return {@code [..., out]}, float32, of the manager of x
   */
  public static NDArray linear(NDArray x, NDArray weight) {
    DataType type = weight.getDataType();
    if (type != DataType.FLOAT32 && x.getDevice().isGpu()) {
      try (NDArray narrow = x.toType(type, false);
          NDArray product = product(narrow, weight)) {
        return product.toType(DataType.FLOAT32, true);
      }
    }
    return exact(x, weight);
  }

  /** The same in float32 on every device. */
  public static NDArray exact(NDArray x, NDArray weight) {
    if (weight.getDataType() == DataType.FLOAT32) {
      return product(x, weight);
    }
    try (NDArray wide = weight.toType(DataType.FLOAT32, true)) {
      return product(x, wide);
    }
  }

  private static NDArray product(NDArray x, NDArray weight) {
    return x.getNDArrayInternal().linear(x, weight, null).singletonOrThrow();
  }
}
