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
import org.pieceworks.api.peft.Place;

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
    return applyAll(List.of(site), input, List.of(output)).get(0);
  }

  @Override
  public List<NDArray> applyAll(List<Site> sites, NDArray input, List<NDArray> outputs) {
    look(sites, input);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      for (Slot slot : slots.getOrDefault(sites.get(i), List.of())) {
        Map<String, NDArray> tensors = pieces.get(slot.key()).tensors().get(sites.get(i));
        places.add(new Place(sites.get(i), tensors, outputs.get(i), factors.get(slot.key())));
      }
    }
    if (places.isEmpty()) {
      return outputs;
    }
    List<NDArray> changes = adapters.changes(places, input, true);
    List<NDArray> gated = new ArrayList<>(outputs); // [members, positions, out] each
    for (int i = 0; i < places.size(); i++) {
      int at = sites.indexOf(places.get(i).site());
      gated.set(at, gated.get(at).add(changes.get(i)));
    }
    return gated;
  }

  /** What the gates of these sites make of their input. */
  private void look(List<Site> sites, NDArray input) {
    List<String> looking =
        sites.stream()
            .flatMap(
                site ->
                    slots.getOrDefault(site, List.of()).stream()
                        .filter(slot -> slot.gate().site().equals(site)))
            .map(Slot::key)
            .toList();
    if (looking.isEmpty()) {
      return;
    }
    List<NDArray> seen = gate.at(looking, input);
    for (int i = 0; i < seen.size(); i++) {
      factors.put(looking.get(i), seen.get(i));
    }
  }
}
