package org.pieceworks.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;

/** Small activations, gates and scorings, written out. */
public final class Rows {

  private Rows() {}

  /** A matrix. */
  public static NDArray matrix(NDManager manager, float[]... rows) {
    NDArray all = manager.zeros(new Shape(rows.length, rows[0].length));
    for (int i = 0; i < rows.length; i++) {
      all.set(new NDIndex(i), manager.create(rows[i]));
    }
    return all;
  }

  /** One target with these activations in equal parts. */
  public static SlotActivations target(NDManager manager, float[]... rows) {
    return new SlotActivations(
        matrix(manager, rows).expandDims(0),
        manager.full(new Shape(1, rows.length), 1f / rows.length));
  }

  /** One target, and so many pieces; nobody may ask for losses. */
  public static Scoring scoring(int pieces) {
    List<String> sharers = IntStream.range(0, pieces).mapToObj(i -> "s" + i).toList();
    return new Scoring(
        "layers.0.q_proj",
        List.of("t"),
        sharers,
        1,
        Optional.empty(),
        () -> {
          throw new AssertionError("it asks for losses");
        });
  }
}
