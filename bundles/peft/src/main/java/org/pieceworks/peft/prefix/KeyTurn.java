package org.pieceworks.peft.prefix;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.model.DecoderConfig;

/**
 * Rotary positions (arXiv 2104.09864) of keys, in the convention that pairs the two halves of a
 * head.
 */
final class KeyTurn {

  private KeyTurn() {}

  /**
   * The keys as they would be so many positions later.
   *
   * @param keys {@code [tokens, heads * head]}
   * @return of the same shape and manager
   */
  static NDArray by(long positions, NDArray keys, DecoderConfig config) {
    float[] values = keys.toFloatArray();
    int head = config.headWidth();
    int half = head / 2;
    for (int start = 0; start < values.length; start += head) {
      for (int i = 0; i < half; i++) {
        double angle = positions * Math.pow(config.ropeTheta(), -2.0 * i / head);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        float first = values[start + i];
        float second = values[start + i + half];
        values[start + i] = (float) (first * cos - second * sin);
        values[start + i + half] = (float) (second * cos + first * sin);
      }
    }
    Shape shape = keys.getShape();
    return keys.getManager().create(values, shape);
  }
}
