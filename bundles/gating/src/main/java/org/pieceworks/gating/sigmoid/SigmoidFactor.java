package org.pieceworks.gating.sigmoid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.gating.GateFitting.GateFactor;

/**
 * {@code sigmoid(x . g)}.
 *
 * @param gates per slot key {@code [sharers, in]}
 */
record SigmoidFactor(Map<String, NDArray> gates) implements GateFactor {

  @Override
  public NDArray at(String slot, NDArray input) {
    return at(List.of(slot), input).get(0);
  }

  /** One product for all slots. */
  @Override
  public List<NDArray> at(List<String> slots, NDArray input) {
    NDList own = new NDList();
    slots.forEach(slot -> own.add(gates.get(slot)));
    try (NDArray together = NDArrays.stack(own, 2)) { // [sharers, in, slots]
      NDArray factors = input.matMul(together).getNDArrayInternal().sigmoid();
      return new ArrayList<>(factors.split(slots.size(), 2)); // [sharers, positions, 1] each
    }
  }
}
