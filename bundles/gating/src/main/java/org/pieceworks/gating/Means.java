package org.pieceworks.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;

/** What sharers' histories look like on average, at every slot. */
public final class Means {

  private Means() {}

  /**
   * The mean normalized activation of every sharer.
   *
   * @param adapted whether each sharer's own adapter is at work
   * @return per slot key {@code [sharers, in]}, of the fitting's manager
   */
  public static Map<String, NDArray> of(GateFitting fitting, boolean adapted) {
    Map<String, NDList> groups = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      groups.put(slot.key(), new NDList());
    }
    fitting.visitActivations(
        adapted,
        (slot, activations) -> {
          NDArray pooled = activations.pooled();
          pooled.attach(fitting.manager());
          groups.get(slot.key()).add(pooled);
        });
    Map<String, NDArray> means = new LinkedHashMap<>();
    groups.forEach((slot, parts) -> means.put(slot, joined(parts)));
    return means;
  }

  private static NDArray joined(NDList parts) {
    if (parts.size() == 1) {
      return parts.head();
    }
    NDArray all = NDArrays.concat(parts, 0);
    parts.close();
    return all;
  }
}
