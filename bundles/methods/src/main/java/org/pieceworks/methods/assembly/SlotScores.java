package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.PieceSearch;
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
   * The scores at a slot.
   *
   * @param input of its gate site, {@code [targets, positions, in]}
   */
  Scored of(Slot slot, NDArray input) {
    SlotPieces offered = request.offered().get(slot.key());
    try (NDManager scope = readings.weights().getManager().newSubManager()) {
      SlotActivations activations = readings.of(input);
      activations.inputs().attach(scope);
      if (request.options().search() == PieceSearch.EXACT) {
        return Scored.all(scores(slot, offered.gates(scope), offered.sharers(), activations));
      }
      int[][] found = found(offered, activations, scope);
      int[] any = Arrays.stream(found).flatMapToInt(IntStream::of).distinct().sorted().toArray();
      List<String> all = offered.sharers();
      List<String> sharers = IntStream.of(any).mapToObj(all::get).toList();
      NDArray gates = offered.gates(any, scope);
      return Scored.some(found, any, scores(slot, gates, sharers, activations));
    }
  }

  private float[][] scores(
      Slot slot, NDArray gates, List<String> sharers, SlotActivations activations) {
    Scoring scoring =
        new Scoring(
            slot.key(),
            targets,
            sharers,
            request.seed(),
            request.truth(),
            () -> losses.of(targets, sharers));
    return rows(gating.score(gates, activations, scoring), targets.size());
  }

  /** Per target the positions of near pieces. */
  private int[][] found(SlotPieces offered, SlotActivations activations, NDManager scope) {
    NDArray queries =
        gating
            .queries(activations)
            .orElseThrow(
                () ->
                    BadInputException.of(
                        "assembly.search",
                        "hnsw with the gating " + gating.model().name(),
                        "exact; only scores that are a product of gate and activation, without"
                            + " centring, can be searched by"));
    AssemblyOptions options = request.options();
    int count = Math.max(options.found(), Math.max(options.topK(), options.sample()));
    return Arrays.stream(rows(queries, targets.size()))
        .map(query -> offered.nearest(query, count, scope))
        .toArray(int[][]::new);
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
