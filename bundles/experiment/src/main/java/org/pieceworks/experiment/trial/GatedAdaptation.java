package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting.GateFactor;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/**
 * Adapters behind gates, as they are while the gates are trained (Per-Pcs, section 3.2): what a
 * piece adds is multiplied by what its gate makes of the input at the slot's first site. For LoRA
 * that is the same as multiplying what the adapter sees, as the paper writes it.
 */
final class GatedAdaptation implements Adaptation {

  private final Adapters adapters;
  private final Map<String, Bank> pieces;
  private final Map<Site, List<Slot>> slots = new HashMap<>();
  private final GateFactor gate;
  // Per slot key, of the forward pass that is under way.
  private final Map<String, NDArray> factors = new HashMap<>();

  /**
   * Creates an adaptation.
   *
   * @param pieces per slot key, as adapters that work on their own
   */
  GatedAdaptation(Adapters adapters, Map<String, Bank> pieces, List<Slot> slots, GateFactor gate) {
    this.adapters = adapters;
    this.pieces = pieces;
    this.gate = gate;
    for (Slot slot : slots) {
      for (Site site : slot.sites()) {
        this.slots.computeIfAbsent(site, s -> new ArrayList<>()).add(slot);
      }
    }
  }

  /** A piece at several sites goes by what its gate saw at the first of them. */
  @Override
  public boolean positionwise() {
    return slots.values().stream()
        .flatMap(List::stream)
        .allMatch(slot -> slot.sites().equals(List.of(slot.gate().site())));
  }

  @Override
  public NDArray apply(Site site, NDArray input, NDArray output) {
    NDArray gated = output;
    for (Slot slot : slots.getOrDefault(site, List.of())) {
      if (site.equals(slot.gate().site())) {
        factors.put(slot.key(), gate.at(slot.key(), input));
      }
      Map<String, NDArray> tensors = pieces.get(slot.key()).tensors().get(site);
      NDArray change = adapters.change(site, tensors, input, output, true);
      gated = gated.add(change.mul(factors.get(slot.key()))); // [members, positions, out]
    }
    return gated;
  }
}
