package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;

/**
 * Assembles while the histories pass through the model: a slot's pieces are chosen when its gate
 * site is reached, and act from there on, so that later slots see an already personal model.
 */
final class AssemblingHook implements Adaptation {

  private final Adapters adapters;
  private final AssemblyRequest request;
  private final SlotScores scoring;
  private final NDManager pass;
  private final Map<Site, List<Slot>> slotsOf = new HashMap<>();
  private final Map<Site, Map<String, NDArray>> merged = new LinkedHashMap<>();
  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
  private final Map<String, Drawn> drawn = new HashMap<>();
  private final Map<String, float[][]> scores = new LinkedHashMap<>();

  /**
   * A hook for one pass.
   *
   * @param pass holds what lives as long
   */
  AssemblingHook(Adapters adapters, AssemblyRequest request, SlotScores scoring, NDManager pass) {
    this.adapters = adapters;
    this.request = request;
    this.scoring = scoring;
    this.pass = pass;
    for (Slot slot : request.slots()) {
      for (Site site : slot.sites()) {
        slotsOf.computeIfAbsent(site, s -> new ArrayList<>()).add(slot);
      }
    }
  }

  /** What was chosen, after the pass. */
  Chosen chosen() {
    return new Chosen(choices, scores, merged);
  }

  /** Where all sites have their pieces nothing is left to be seen. */
  @Override
  public boolean done() {
    return merged.size() == slotsOf.size();
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
          List<Drawn> chosen = slots.stream().map(slot -> drawn.get(slot.key())).toList();
          Map<String, NDArray> tensors =
              new Merging(adapters, request.options().form()).at(site, chosen, pass);
          slots.forEach(slot -> letGo(slot, site));
          return tensors;
        });
  }

  /** Closes a slot's pieces once its last site has what it needs of them. */
  private void letGo(Slot slot, Site done) {
    if (merged.keySet().containsAll(slot.sites().stream().filter(s -> !s.equals(done)).toList())) {
      drawn.remove(slot.key()).close();
    }
  }

  private void choose(Slot slot, NDArray input) {
    Scored scored = scoring.of(slot, input);
    scores.put(slot.key(), scored.rows(request.offered().get(slot.key()).size()));
    List<Choice> chosen = new ArrayList<>();
    for (int t = 0; t < scored.scores().length; t++) {
      long seed = scoring.seed(slot.key(), t);
      chosen.add(scored.choice(t, request.options(), scoring.takesAll(), seed));
    }
    choices.put(slot.key(), chosen);
    drawn.put(slot.key(), Drawn.of(request.offered().get(slot.key()), chosen, pass));
  }
}
