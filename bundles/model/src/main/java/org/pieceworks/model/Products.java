package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;

/**
 * Products of activations with weights.
 *
 * <p>Activations are float32, whatever the weights are held in, so that adapters keep float32
 * masters. A product with half-width weights widens the weights on a CPU, and narrows the
 * activations on a GPU, which has fast half-width products.
 */
public final class Products {

  private Products() {}

  /**
   * {@code [..., in]} times a weight {@code [out, in]}, plus a bias {@code [out]} where there is
   * one; float32, of the manager of x.
   */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    DataType type = weight.getDataType();
    if (type == DataType.FLOAT32) {
      return product(x, weight, bias);
    }
    if (x.getDevice().isGpu()) {
      return wide(product(x.toType(type, false), weight, bias));
    }
    try (NDArray widened = weight.toType(DataType.FLOAT32, false)) {
      return product(x, widened, bias == null ? null : wide(bias));
    }
  }

  private static NDArray product(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
  }

  /** The rows of a table {@code [ids, width]} that some ids name: {@code [..., width]}, float32. */
  public static NDArray embedding(NDArray ids, NDArray table) {
    return wide(
        ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).singletonOrThrow());
  }

  /** The same numbers in float32. */
  public static NDArray wide(NDArray x) {
    return x.toType(DataType.FLOAT32, false);
  }

  /**
   * Some rows of a tensor, differentiable.
   *
   * @param rows {@code [..., width]}, of which all axes but the last count rows
   * @param index {@code [...]}, int64
   * @return {@code [..., width]}, shaped as the index
   */
  public static NDArray rows(NDArray rows, NDArray index) {
    NDArray flat = rows.reshape(-1, rows.getShape().get(rows.getShape().dimension() - 1));
    return index.getNDArrayInternal().embedding(index, flat, SparseFormat.DENSE).singletonOrThrow();
  }
}
