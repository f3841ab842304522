package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/**
 * How a trial's adapters are broken into pieces.
 *
 * @param slots in forward order
 */
record PieceScheme(ConfiguredDecomposition<?> decomposition, AdapterPlan plan, List<Slot> slots) {

  static PieceScheme of(ConfiguredDecomposition<?> decomposition, BoundPeft peft, BaseModel model) {
    AdapterPlan plan = AdapterPlan.of(peft.peft().form(), model.sites(), model.config());
    return new PieceScheme(decomposition, plan, decomposition.slots(plan));
  }

  /** What keys of stages say of it. */
  PluginKey key() {
    return PluginKey.of(decomposition.scheme(), decomposition.options());
  }

  /** The pieces of a bank's members as they are shared, per slot key. */
  Map<String, Bank> cut(Bank bank, NDManager manager) {
    return decomposition.cut(slots, bank, plan, manager);
  }

  /** The pieces of a bank's members as adapters that work on their own, per slot key. */
  Map<String, Bank> pieces(Bank bank, Adapters adapters, NDManager manager) {
    return decomposition.pieces(slots, bank, plan, adapters, manager);
  }

  /** Pieces of a slot as adapters that work on their own. */
  Bank restore(Slot slot, Bank pieces, Adapters adapters, NDManager manager) {
    return decomposition.restore(slot, pieces, plan, adapters, manager);
  }
}
