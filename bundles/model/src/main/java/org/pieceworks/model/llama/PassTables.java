package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.model.Weights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What passes share: rotary tables and the causal mask, made for the longest sequence so far and
 * cut to the one at hand.
 *
 * <p>Everything here lives in memory of the engine: see {@link Weights#owned}. The same holds for
 * DJL's arithmetic with a {@code Number}.
 */
final class PassTables {

  /** What hides a key: large, and finite so that a fully hidden row gives no NaN. */
  static final float HIDDEN = -1e9f;

  private static final int SHORTEST = 64;
  private static final Logger LOG = LoggerFactory.getLogger(PassTables.class);

  private final DecoderConfig config;
  private final NDManager manager;
  private final NDArray perWidth;
  private final NDArray epsilon;
  private final NDArray one;
  private Rotary rotary;
  private NDArray mask;
  private boolean warned;

  PassTables(DecoderConfig config, NDManager manager) {
    this.config = config;
    this.manager = manager;
    perWidth = scalar(1.0 / config.width());
    epsilon = scalar(config.normEpsilon());
    one = scalar(1);
  }

  private NDArray scalar(double value) {
    return manager.full(new Shape(), (float) value, DataType.FLOAT32);
  }

  /** One over the model's width: {@code []}. */
  NDArray perWidth() {
    return perWidth;
  }

  /** What keeps a norm from dividing by zero: {@code []}. */
  NDArray epsilon() {
    return epsilon;
  }

  /** One: {@code []}. */
  NDArray one() {
    return one;
  }

  /** The tables of positions {@code [0, length)}; views of the pass. */
  synchronized Rotary rotary(int length, NDManager pass) {
    if (length > config.maxPositions() && !warned) {
      warned = true;
      LOG.warn(
          "A sequence of {} tokens is longer than the {} that the model was made for",
          length,
          config.maxPositions());
    }
    if (rotary == null || rotary.length() < length) {
      rotary = Rotary.table(roomFor(length), config.headWidth(), config.ropeTheta(), manager);
    }
    return rotary.first(length, pass);
  }

  /**
   * {@code [1, 1, length, length]}: zero where a query may look, {@link #HIDDEN} where it may not;
   * a view of the pass.
   */
  synchronized NDArray causalMask(int length, NDManager pass) {
    if (mask == null || mask.getShape().get(2) < length) {
      int n = roomFor(length);
      float[] values = new float[n * n];
      for (int query = 0; query < n; query++) {
        Arrays.fill(values, query * n + query + 1, (query + 1) * n, HIDDEN);
      }
      mask = Weights.owned(values, new Shape(1, 1, n, n), manager);
    }
    NDArray view = mask.get(":, :, :" + length + ", :" + length);
    view.attach(pass);
    return view;
  }

  private static int roomFor(int length) {
    return Math.max(SHORTEST, Integer.highestOneBit(Math.max(1, length - 1)) << 1);
  }
}
