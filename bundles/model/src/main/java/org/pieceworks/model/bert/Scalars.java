package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.model.EncoderConfig;

/**
 * Numbers that every pass needs, in memory of the engine: see {@link
 * org.pieceworks.model.Weights#owned}.
 *
 * @param hidden what hides a key: large, and finite so that a row of padding gives no NaN
 * @param perRootHead one over the root of a head's width
 */
record Scalars(NDArray hidden, NDArray perRootHead) {

  static Scalars of(EncoderConfig config, NDManager manager) {
    double head = (double) config.width() / config.heads();
    return new Scalars(scalar(-1e9, manager), scalar(1 / Math.sqrt(head), manager));
  }

  private static NDArray scalar(double value, NDManager manager) {
    return manager.full(new Shape(), (float) value, DataType.FLOAT32);
  }
}
