package org.pieceworks.gating;

import ai.djl.ndarray.NDArray;
import org.pieceworks.api.gating.SlotActivations;

/**
 * The score of Per-Pcs (arXiv 2406.10471), shared by all gates that are directions. Its scale is
 * the cosine times the root of the width.
 */
public final class Cosine {

  private Cosine() {}

  /**
   * The mean over rows of the mean over label positions of {@code LN(x) . LN(g) / sqrt(in)}.
   *
   * @param gates {@code [pieces, in]}
   * @return {@code [targets, pieces]}
   */
  public static NDArray score(NDArray gates, SlotActivations activations) {
    return score(gates, activations.pooled());
  }

  /**
   * The same of mean normalized activations.
   *
   * @param gates {@code [pieces, in]}
   * @param pooled {@code [targets, in]}
   * @return {@code [targets, pieces]}
   */
  public static NDArray score(NDArray gates, NDArray pooled) {
    double width = gates.getShape().get(1);
    return pooled.matMul(SlotActivations.normalize(gates).transpose()).div(Math.sqrt(width));
  }
}
