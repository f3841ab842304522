package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Readings;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.peft.Adapters;

/** Chooses pieces in one pass of histories through the model. */
record Chooser(
    Adapters adapters, ConfiguredGating<?> gating, AssemblyRequest request, HistoryLosses losses) {

  /** Chooses for targets whose histories are in a batch. */
  Chosen choose(BaseModel model, List<String> targets, TokenBatch batch, Readings readings) {
    NDManager pass = readings.weights().getManager();
    SlotScores scoring = new SlotScores(gating, request, targets, readings, losses);
    AssemblingHook hook = new AssemblingHook(adapters, request, scoring, pass);
    model.hidden(batch.tokens(), hook).close();
    Chosen slotBySlot = hook.chosen();
    if (request.options().choice() == ChoiceScope.SLOT) {
      return slotBySlot;
    }
    SharedChoices shared =
        new SharedChoices(
            request.options(), request.slots(), sharers(), scoring.takesAll(), scoring::seed);
    return new Chosen(shared.of(slotBySlot.scores()), slotBySlot.scores(), Map.of());
  }

  private Map<String, List<String>> sharers() {
    Map<String, List<String>> sharers = new LinkedHashMap<>();
    for (Slot slot : request.slots()) {
      sharers.put(slot.key(), request.offered().get(slot.key()).sharers());
    }
    return sharers;
  }
}
