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

/**
 * Merges chosen pieces at one site.
 *
 * @param adapters knows how
 * @param form of the sum
 */
record Merging(Adapters adapters, MergeForm form) {

  /**
   * The site's merged tensors.
   *
   * @param drawn at each slot that covers the site
   * @param holder holds what is returned
   */
  Map<String, NDArray> at(Site site, List<Drawn> drawn, NDManager holder) {
    Map<String, NDArray> held = new LinkedHashMap<>();
    try (NDManager scope = holder.newSubManager()) {
      SparseWeights weights = SparseWeights.of(beside(drawn), scope);
      Map<String, NDArray> tensors = stacked(site, drawn, scope);
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
  private static List<Choice> beside(List<Drawn> drawn) {
    if (drawn.size() == 1) {
      return drawn.get(0).choices();
    }
    List<Choice> joined = new ArrayList<>(drawn.get(0).choices());
    int offset = drawn.get(0).pieces().members();
    for (Drawn more : drawn.subList(1, drawn.size())) {
      for (int t = 0; t < joined.size(); t++) {
        joined.set(t, joined.get(t).and(more.choices().get(t), offset));
      }
      offset += more.pieces().members();
    }
    return joined;
  }

  /** The pieces of all slots at a site, one slot's after another's. */
  private static Map<String, NDArray> stacked(Site site, List<Drawn> drawn, NDManager scope) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (String name : drawn.get(0).at(site).keySet()) {
      NDList parts = new NDList();
      drawn.forEach(one -> parts.add(one.at(site).get(name)));
      NDArray all = parts.size() == 1 ? parts.head().duplicate() : NDArrays.concat(parts, 0);
      all.attach(scope);
      tensors.put(name, all);
    }
    return tensors;
  }
}
