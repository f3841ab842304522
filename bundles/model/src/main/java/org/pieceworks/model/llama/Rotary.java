package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import org.pieceworks.model.Weights;

/**
 * Rotary positions (arXiv 2104.09864) in the rotate-half convention of Hugging Face: with the
 * halves of a head swapped, {@code x * cos + swapped * sin}, where the first half of {@code sin}
 * carries the minus. The tables of queries also carry attention's {@code 1 / sqrt(head)}.
 *
 * @param cos of keys, broadcast over heads: {@code [1 or batch, 1, seq, head]}
 * @param sin of keys
 * @param queryCos of queries
 * @param querySin of queries
 */
record Rotary(NDArray cos, NDArray sin, NDArray queryCos, NDArray querySin) {

  /** The tables of positions {@code [0, length)}: {@code [1, 1, length, head]} each. */
  static Rotary table(int length, int head, double theta, NDManager manager) {
    float[] cos = new float[length * head];
    float[] sin = new float[length * head];
    int half = head / 2;
    for (int position = 0; position < length; position++) {
      for (int i = 0; i < half; i++) {
        // The reference computes the angles in float32.
        float frequency = (float) (1.0 / Math.pow(theta, 2.0 * i / head));
        float angle = position * frequency;
        int at = position * head + i;
        cos[at] = (float) Math.cos(angle);
        cos[at + half] = cos[at];
        sin[at + half] = (float) Math.sin(angle);
        sin[at] = -sin[at + half];
      }
    }
    float scale = (float) (1 / Math.sqrt(head));
    return new Rotary(
        owned(cos, 1, length, manager),
        owned(sin, 1, length, manager),
        owned(cos, scale, length, manager),
        owned(sin, scale, length, manager));
  }

  private static NDArray owned(float[] values, float scale, int length, NDManager manager) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * scale;
    }
    return Weights.owned(scaled, new Shape(1, 1, length, values.length / length), manager);
  }

  int length() {
    return (int) cos.getShape().get(2);
  }

  /** The first positions, as views of a pass. */
  Rotary first(int length, NDManager pass) {
    return new Rotary(
        first(cos, length, pass),
        first(sin, length, pass),
        first(queryCos, length, pass),
        first(querySin, length, pass));
  }

  private static NDArray first(NDArray table, int length, NDManager pass) {
    NDArray view = table.get(":, :, :" + length);
    view.attach(pass);
    return view;
  }

  /**
   * The rows of one position per batch row, for a step of generation.
   *
   * @param positions {@code [batch]}, int64; owns the result
   * @return tables {@code [batch, 1, 1, head]}
   */
  Rotary at(NDArray positions) {
    return new Rotary(
        at(cos, positions), at(sin, positions), at(queryCos, positions), at(querySin, positions));
  }

  private static NDArray at(NDArray table, NDArray positions) {
    long head = table.getShape().get(3);
    try (NDArray flat = table.reshape(-1, head)) {
      NDArray rows =
          positions.getNDArrayInternal().embedding(positions, flat, SparseFormat.DENSE).get(0);
      return rows.reshape(positions.size(), 1, 1, head);
    }
  }

  /** Turns and scales queries {@code [batch, heads, seq, head]}. */
  NDArray turnQueries(NDArray x) {
    return turn(x, queryCos, querySin);
  }

  /** Turns keys {@code [batch, heads, seq, head]}. */
  NDArray turnKeys(NDArray x) {
    return turn(x, cos, sin);
  }

  private static NDArray turn(NDArray x, NDArray cos, NDArray sin) {
    NDList halves = x.split(2, 3);
    NDArray swapped = NDArrays.concat(new NDList(halves.get(1), halves.get(0)), 3);
    return x.mul(cos).add(swapped.mul(sin));
  }
}
