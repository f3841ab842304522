package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;

/**
 * The positions where labels are predicted, as the reference of Per-Pcs has it (arXiv 2406.10471).
 *
 * @param index {@code [members * readings]}, int64: positions of the flattened batch
 * @param weights {@code [members, readings]}: mean over rows of mean over label positions
 */
record LabelReadings(NDArray index, NDArray weights) implements Readings {

  static LabelReadings of(
      TokenBatch batch,
      List<? extends List<Example>> examples,
      List<Long> rows,
      NDManager manager) {
    int members = examples.size();
    int most = 1;
    for (List<Example> own : examples) {
      most = Math.max(most, own.stream().mapToInt(Example::labels).sum());
    }
    long[] flat = batch.labelPositions().toLongArray();
    long[] index = new long[members * most];
    float[] weights = new float[members * most];
    int next = 0;
    for (int m = 0; m < members; m++) {
      int place = m * most;
      for (Example example : examples.get(m)) {
        int labels = example.labels();
        for (int i = 0; i < labels; i++) {
          index[place] = flat[next++];
          weights[place++] = 1f / (rows.get(m) * (float) labels);
        }
      }
    }
    return new LabelReadings(
        manager.create(index), manager.create(weights, new Shape(members, most)));
  }

  @Override
  public NDArray inputs(NDArray input) {
    long in = input.getShape().get(2);
    try (NDArray rows = input.reshape(-1, in);
        NDArray picked = rows.get(index)) {
      return picked.reshape(weights.getShape().get(0), weights.getShape().get(1), in);
    }
  }
}
