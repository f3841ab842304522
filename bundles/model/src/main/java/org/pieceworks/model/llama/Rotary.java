package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.model.Weights;

/**
 * Rotary positions (arXiv 2104.09864) in the rotate-half convention of Hugging Face. The tables of
 * queries also carry attention's {@code 1 / sqrt(head)}.
 */
record Rotary(Turn keys, Turn queries) {

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
        new Turn(owned(cos, 1, length, manager), owned(sin, 1, length, manager)),
        new Turn(owned(cos, scale, length, manager), owned(sin, scale, length, manager)));
  }

  private static NDArray owned(float[] values, float scale, int length, NDManager manager) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * scale;
    }
    return Weights.owned(scaled, new Shape(1, 1, length, values.length / length), manager);
  }

  int length() {
    return keys.length();
  }

  /** The first positions, as views of a pass. */
  Rotary first(int length, NDManager pass) {
    return new Rotary(keys.first(length, pass), queries.first(length, pass));
  }

  /** Positions of every batch row; see {@link Turn#at}. */
  Rotary at(NDArray positions) {
    return new Rotary(keys.at(positions), queries.at(positions));
  }
}
