package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Readings;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Assembles while the histories pass through the model: a slot's pieces are chosen when its gate
 * site is reached, and act from there on, so that later slots see an already personal model.
 */
final class AssemblingHook implements Adaptation {

  private final ConfiguredPeft<?> peft;
  private final ConfiguredGating<?> gating;
  private final AssemblyRequest request;
  private final AssemblyOptions options;
  private final List<String> targets;
  private final Readings readings;
  private final Map<Site, Slot> slotOf = new HashMap<>();
  private final Map<Site, Map<String, NDArray>> merged = new HashMap<>();
  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
  private final Map<String, float[][]> scores = new LinkedHashMap<>();

  AssemblingHook(
      ConfiguredPeft<?> peft,
      ConfiguredGating<?> gating,
      AssemblyRequest request,
      List<String> targets,
      Readings readings) {
    this.peft = peft;
    this.gating = gating;
    this.request = request;
    this.options = request.options();
    this.targets = targets;
    this.readings = readings;
    request.slots().forEach(slot -> slot.sites().forEach(site -> slotOf.put(site, slot)));
  }

  /** Per slot and target what was chosen. */
  Map<String, List<Choice>> choices() {
    return choices;
  }

  /** Per slot {@code [targets][pieces]}. */
  Map<String, float[][]> scores() {
    return scores;
  }

  @Override
  public NDArray apply(Site site, NDArray input, NDArray output) {
    Slot slot = slotOf.get(site);
    if (slot == null) {
      return output;
    }
    if (slot.gate().site().equals(site)) {
      choose(slot, input);
    }
    return peft.apply(merged.get(site), input, output, false);
  }

  private void choose(Slot slot, NDArray input) {
    SlotPieces offered = request.offered().get(slot.key());
    List<String> sharers = offered.pieces().stream().map(Piece::sharer).toList();
    Scoring scoring = new Scoring(slot.key(), targets, sharers, request.seed(), request.truth());
    // What the choice leaves behind lives as long as the pass, not as long as the layer.
    NDManager pass = readings.weights().getManager();
    try (NDManager scope = pass.newSubManager()) {
      SlotActivations activations = readings.of(input);
      activations.inputs().attach(scope);
      NDArray gates = offered.gates().duplicate();
      gates.attach(scope);
      float[][] rows = rows(gating.score(gates, activations, scoring), targets.size());
      scores.put(slot.key(), rows);
      List<Choice> chosen = new ArrayList<>();
      for (float[] row : rows) {
        chosen.add(Choice.of(row, options, gating.takesAll()));
      }
      choices.put(slot.key(), chosen);
    }
    SparseWeights weights = SparseWeights.of(choices.get(slot.key()), pass);
    for (Site site : slot.sites()) {
      Map<String, NDArray> tensors =
          Merging.merge(offered, site, weights, peft, options.form(), pass);
      merged.put(site, tensors);
    }
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
