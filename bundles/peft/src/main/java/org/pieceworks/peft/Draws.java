package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleSupplier;

/** Random numbers that depend on the seed alone, whatever the device. */
public final class Draws {

  private Draws() {}

  /**
   * The same draws for every member.
   *
   * @param shape of one member
   * @return {@code [members, ...]} in memory of the engine
   */
  public static NDArray forAll(int members, Shape shape, DoubleSupplier draw, NDManager manager) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draw.getAsDouble();
    }
    try (NDArray one = manager.create(values, new Shape(1).addAll(shape))) {
      return one.repeat(0, members);
    }
  }
}
