package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pieces that targets chose, side by side. */
public final class Pieces {

  private Pieces() {}

  /**
   * The chosen pieces' tensors.
   *
   * @param pieces {@code [pieces, ...]}
   * @param index {@code [targets, k]}, int64
   * @return {@code [targets, k, ...]}
   */
  public static NDArray chosen(NDArray pieces, NDArray index) {
    Shape each = pieces.getShape().slice(1);
    try (NDArray flat = index.reshape(-1);
        NDArray picked = pieces.get(flat)) {
      return picked.reshape(index.getShape().addAll(each));
    }
  }

  /** The weighted sum over the chosen: {@code [targets, k, ...]} to {@code [targets, ...]}. */
  public static NDArray average(NDArray chosen, NDArray weights) {
    Shape shape = chosen.getShape();
    long targets = shape.get(0);
    long k = shape.get(1);
    Shape one = new Shape(targets).addAll(shape.slice(2));
    return chosen
        .reshape(targets, k, -1)
        .mul(weights.reshape(targets, k, 1))
        .sum(new int[] {1})
        .reshape(one);
  }

  /** Every tensor as the weighted sum of the chosen pieces' tensors. */
  public static Map<String, NDArray> averages(
      Map<String, NDArray> pieces, NDArray index, NDArray weights) {
    Map<String, NDArray> averages = new LinkedHashMap<>();
    pieces.forEach((name, own) -> averages.put(name, average(chosen(own, index), weights)));
    return averages;
  }
}
