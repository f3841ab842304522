package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;

/** Scores every slot's pieces while the histories pass through the model, which stays as it is. */
final class ScoringHook implements Adaptation {

  private final List<Slot> slots;
  private final SlotScores scoring;
  private final Map<String, float[][]> scores = new LinkedHashMap<>();

  ScoringHook(List<Slot> slots, SlotScores scoring) {
    this.slots = slots;
    this.scoring = scoring;
  }

  /** Per slot key {@code [targets][pieces]}. */
  Map<String, float[][]> scores() {
    return scores;
  }

  @Override
  public NDArray apply(Site site, NDArray input, NDArray output) {
    for (Slot slot : slots) {
      if (slot.gate().site().equals(site)) {
        scores.put(slot.key(), scoring.of(slot, input));
      }
    }
    return output;
  }
}
