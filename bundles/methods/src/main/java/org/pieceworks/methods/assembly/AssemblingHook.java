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
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Assembles while the histories pass through the model: a slot's pieces are chosen when its gate
 * site is reached, and act from there on, so that later slots see an already personal model.
 */
final class AssemblingHook implements Adaptation {

  private final Adapters adapters;
  private final ConfiguredGating<?> gating;
  private final AssemblyRequest request;
  private final AssemblyOptions options;
  private final List<String> targets;
  private final Readings readings;
  private final HistoryLosses losses;
  private final Map<Site, List<Slot>> slotsOf = new HashMap<>();
  private final Map<Site, Map<String, NDArray>> merged = new HashMap<>();
  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
  private final Map<String, float[][]> scores = new LinkedHashMap<>();

  AssemblingHook(
      Adapters adapters,
      ConfiguredGating<?> gating,
      AssemblyRequest request,
      List<String> targets,
      Readings readings,
      HistoryLosses losses) {
    this.adapters = adapters;
    this.gating = gating;
    this.request = request;
    this.options = request.options();
    this.targets = targets;
    this.readings = readings;
    this.losses = losses;
    for (Slot slot : request.slots()) {
      for (Site site : slot.sites()) {
        slotsOf.computeIfAbsent(site, s -> new ArrayList<>()).add(slot);
      }
    }
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
    List<Slot> slots = slotsOf.get(site);
    if (slots == null) {
      return output;
    }
    for (Slot slot : slots) {
      if (slot.gate().site().equals(site)) {
        choose(slot, input);
      }
    }
    return adapters.apply(site, merged(site, slots), input, output, false);
  }

  /** The site's merged pieces, which live as long as the pass and not as long as the layer. */
  private Map<String, NDArray> merged(Site site, List<Slot> slots) {
    return merged.computeIfAbsent(
        site,
        s -> {
          List<Merging.Chosen> chosen =
              slots.stream()
                  .map(
                      slot ->
                          new Merging.Chosen(
                              request.offered().get(slot.key()), choices.get(slot.key())))
                  .toList();
          NDManager pass = readings.weights().getManager();
          return new Merging(adapters, options.form()).at(site, chosen, pass);
        });
  }

  private void choose(Slot slot, NDArray input) {
    SlotPieces offered = request.offered().get(slot.key());
    List<String> sharers = offered.pieces().stream().map(Piece::sharer).toList();
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
