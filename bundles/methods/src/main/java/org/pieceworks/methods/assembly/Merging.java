package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Merges chosen pieces at one site.
 *
 * @param adapters knows how
 * @param form of the sum
 */
record Merging(Adapters adapters, MergeForm form) {

  /**
   * What targets chose at one slot.
   *
   * @param offered the slot's pieces
   * @param choices one per target
   */
  record Chosen(SlotPieces offered, List<Choice> choices) {}

  /**
   * The site's merged tensors.
   *
   * @param chosen at each slot that covers the site
   * @param holder holds what is returned
   */
  Map<String, NDArray> at(Site site, List<Chosen> chosen, NDManager holder) {
    Map<String, NDArray> held = new LinkedHashMap<>();
    try (NDManager scope = holder.newSubManager()) {
      SparseWeights weights = SparseWeights.of(beside(chosen), scope);
      Map<String, NDArray> tensors = stacked(site, chosen, scope);
      adapters
          .merge(site, tensors, weights.index(), weights.weights(), form)
          .forEach(
              (name, array) -> {
                array.attach(holder);
                held.put(name, array);
              });
    }
    return held;
  }

  /** Each target's choices at all slots as one, the pieces counted through. */
  private static List<Choice> beside(List<Chosen> chosen) {
    if (chosen.size() == 1) {
      return chosen.get(0).choices();
    }
    List<Choice> joined = new ArrayList<>(chosen.get(0).choices());
    int offset = chosen.get(0).offered().pieces().size();
    for (Chosen more : chosen.subList(1, chosen.size())) {
      for (int t = 0; t < joined.size(); t++) {
        joined.set(t, joined.get(t).and(more.choices().get(t), offset));
      }
      offset += more.offered().pieces().size();
    }
    return joined;
  }

  /** The pieces of all slots at a site, one slot's after another's. */
  private static Map<String, NDArray> stacked(Site site, List<Chosen> chosen, NDManager scope) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (String name : tensors(chosen.get(0), site).keySet()) {
      NDList parts = new NDList();
      chosen.forEach(one -> parts.add(tensors(one, site).get(name)));
      NDArray all = parts.size() == 1 ? parts.head().duplicate() : NDArrays.concat(parts, 0);
      all.attach(scope);
      tensors.put(name, all);
    }
    return tensors;
  }

  private static Map<String, NDArray> tensors(Chosen chosen, Site site) {
    return chosen.offered().tensors().tensors().get(site);
  }
}
