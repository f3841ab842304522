package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting.GateFactor;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.Tuning;

/**
 * Gates that are trained while the pieces behind them stay as they are (Per-Pcs, section 3.2).
 *
 * @param pieces per slot key, of all sharers
 * @param gated what gates make of an input
 */
record GateTuning(
    Adapters adapters,
    List<Slot> slots,
    Map<String, Bank> pieces,
    Function<Map<String, NDArray>, GateFactor> gated)
    implements Tuning {

  private static final String PIECE = "piece of ";
  private static final String OF = ": ";

  @Override
  public Map<String, NDArray> frozen() {
    Map<String, NDArray> frozen = new LinkedHashMap<>();
    pieces.forEach(
        (slot, bank) ->
            bank.flat().forEach((name, array) -> frozen.put(PIECE + slot + OF + name, array)));
    return frozen;
  }

  @Override
  public Adaptation adaptation(Map<String, NDArray> tensors) {
    Map<String, NDArray> gates = new LinkedHashMap<>(tensors);
    gates.keySet().removeIf(name -> name.startsWith(PIECE));
    Map<String, Bank> own = new LinkedHashMap<>();
    for (Slot slot : slots) {
      String prefix = PIECE + slot.key() + OF;
      Map<String, NDArray> flat = new LinkedHashMap<>();
      tensors.forEach(
          (name, array) -> {
            if (name.startsWith(prefix)) {
              flat.put(name.substring(prefix.length()), array);
            }
          });
      own.put(slot.key(), Bank.ofFlat(flat));
    }
    return new GatedAdaptation(adapters, own, slots, gated.apply(gates));
  }
}
