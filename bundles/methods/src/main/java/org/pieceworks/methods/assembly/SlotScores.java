package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Objects;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Readings;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.pool.SlotPieces;

/**
 * How the gates score the offered pieces for the targets of one pass.
 *
 * @param readings what is read of the targets' histories
 */
record SlotScores(
    ConfiguredGating<?> gating,
    AssemblyRequest request,
    List<String> targets,
    Readings readings,
    HistoryLosses losses) {

  private static final String DRAW = "draw";

  /**
   * The scores at a slot: {@code [targets][pieces]}.
   *
   * @param input of its gate site, {@code [targets, positions, in]}
   */
  float[][] of(Slot slot, NDArray input) {
    SlotPieces offered = request.offered().get(slot.key());
    List<String> sharers = offered.sharers();
    Scoring scoring =
        new Scoring(
            slot.key(),
            targets,
            sharers,
            request.seed(),
            request.truth(),
            () -> losses.of(targets, sharers));
    try (NDManager scope = readings.weights().getManager().newSubManager()) {
      SlotActivations activations = readings.of(input);
      activations.inputs().attach(scope);
      return rows(gating.score(offered.gates(scope), activations, scoring), targets.size());
    }
  }

  /** Whether all pieces are taken. */
  boolean takesAll() {
    return gating.takesAll();
  }

  /** The seed of a target's draw, whoever else is in the pass. */
  long seed(String slot, int target) {
    return Objects.hash(request.seed(), DRAW, slot, targets.get(target));
  }

  private static float[][] rows(NDArray scores, int targets) {
    float[] flat = scores.toFloatArray();
    int pieces = flat.length / targets;
    float[][] rows = new float[targets][pieces];
    for (int t = 0; t < targets; t++) {
      System.arraycopy(flat, t * pieces, rows[t], 0, pieces);
    }
    return rows;
  }
}
