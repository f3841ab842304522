package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Makes adapters of choices.
 *
 * @param slots in forward order
 * @param offered per slot key its pieces
 */
record Expansion(
    Adapters adapters, MergeForm form, List<Slot> slots, Map<String, SlotPieces> offered) {

  /**
   * The targets' adapters. Pieces are read site by site, and closed after their last one.
   *
   * @param choices per slot key one per target
   * @param holder holds what is returned
   */
  Bank of(Map<String, List<Choice>> choices, NDManager holder) {
    Map<Site, List<Slot>> slotsOf = new LinkedHashMap<>();
    Map<String, Site> last = new HashMap<>();
    for (Slot slot : slots) {
      slot.sites().forEach(s -> slotsOf.computeIfAbsent(s, x -> new ArrayList<>()).add(slot));
    }
    slotsOf.forEach((site, own) -> own.forEach(slot -> last.put(slot.key(), site)));
    Merging merging = new Merging(adapters, form);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    try (NDManager scope = holder.newSubManager()) {
      Map<String, Drawn> drawn = new HashMap<>();
      slotsOf.forEach(
          (site, own) -> {
            for (Slot slot : own) {
              drawn.computeIfAbsent(
                  slot.key(), key -> Drawn.of(offered.get(key), choices.get(key), scope));
            }
            List<Drawn> here = own.stream().map(slot -> drawn.get(slot.key())).toList();
            tensors.put(site, merging.at(site, here, holder));
            own.stream()
                .filter(slot -> last.get(slot.key()).equals(site))
                .forEach(slot -> drawn.get(slot.key()).close());
          });
    }
    return new Bank(tensors);
  }
}
