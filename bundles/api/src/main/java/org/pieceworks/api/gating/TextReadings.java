package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;

/**
 * The mean over the tokens of every text: an encoder predicts nothing at its tokens.
 *
 * @param shares {@code [members * rows, 1, seq]}: one over the number of the row's tokens
 * @param weights {@code [members, rows]}
 */
record TextReadings(NDArray shares, NDArray weights) implements Readings {

  static TextReadings of(
      TokenBatch batch,
      List<? extends List<Example>> examples,
      List<Long> rowsInAll,
      NDManager manager) {
    Shape shape = batch.tokens().getShape();
    int members = (int) shape.get(0);
    int rows = (int) shape.get(1);
    int seq = (int) shape.get(2);
    float[] shares = new float[members * rows * seq];
    float[] weights = new float[members * rows];
    for (int m = 0; m < members; m++) {
      List<Example> own = examples.get(m);
      for (int r = 0; r < own.size(); r++) {
        int row = m * rows + r;
        weights[row] = 1f / rowsInAll.get(m);
        int length = own.get(r).input().length;
        Arrays.fill(shares, row * seq, row * seq + length, 1f / length);
      }
    }
    return new TextReadings(
        manager.create(shares, new Shape((long) members * rows, 1, seq)),
        manager.create(weights, new Shape(members, rows)));
  }

  @Override
  public NDArray inputs(NDArray input) {
    long in = input.getShape().get(2);
    Shape texts = shares.getShape();
    try (NDArray rows = input.reshape(texts.get(0), texts.get(2), in);
        NDArray means = shares.matMul(rows)) { // [members * rows, 1, in]
      return means.reshape(weights.getShape().get(0), weights.getShape().get(1), in);
    }
  }
}
