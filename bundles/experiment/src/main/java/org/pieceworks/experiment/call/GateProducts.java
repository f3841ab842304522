package org.pieceworks.experiment.call;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.SlotActivations;

/** What gating models give. */
final class GateProducts {

  private GateProducts() {}

  static void fit(GateFitting fitting, Gates gates) {
    for (Slot slot : fitting.slots()) {
      String where = "gates of slot " + slot.key();
      NDArray gate = gates.vectors().get(slot.key());
      String expected = "[%d, width]".formatted(fitting.sharers());
      WrongProduct.unless(gate != null, where, "nothing", expected);
      Shape shape = gate.getShape();
      boolean right = shape.dimension() == 2 && shape.get(0) == fitting.sharers();
      WrongProduct.unless(right, where, shape, expected);
      finite(where, gate);
    }
  }

  static void score(NDArray gates, SlotActivations activations, NDArray scores) {
    Shape expected = new Shape(activations.inputs().getShape().get(0), gates.getShape().get(0));
    WrongProduct.unless(scores.getShape().equals(expected), "scores", scores.getShape(), expected);
    finite("scores", scores);
  }

  private static void finite(String product, NDArray array) {
    try (NDArray floats = array.toType(DataType.FLOAT32, true)) {
      for (float value : floats.toFloatArray()) {
        WrongProduct.unless(Float.isFinite(value), product, value, "finite numbers");
      }
    }
  }
}
