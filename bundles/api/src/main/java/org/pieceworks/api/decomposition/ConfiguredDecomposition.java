package org.pieceworks.api.decomposition;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/** A decomposition with its options, so that callers need not know the type of the options. */
public record ConfiguredDecomposition<O extends Record>(Decomposition<O> scheme, O options) {

  /** See {@link Decomposition#unsuited}. */
  public Optional<Unsuited> unsuited(AdapterForm form) {
    return scheme.unsuited(form, options);
  }

  /** See {@link Decomposition#slots}. */
  public List<Slot> slots(AdapterPlan plan) {
    return scheme.slots(plan, options);
  }

  /** See {@link Decomposition#cut}. */
  public Map<String, Bank> cut(List<Slot> slots, Bank bank, AdapterPlan plan, NDManager manager) {
    return scheme.cut(slots, bank, plan, options, manager);
  }

  /** See {@link Decomposition#restore}. */
  public Bank restore(
      Slot slot, Bank pieces, AdapterPlan plan, Adapters adapters, NDManager manager) {
    return scheme.restore(slot, pieces, plan, adapters, options, manager);
  }

  /** The pieces of a bank's members as adapters that work on their own, per slot key. */
  public Map<String, Bank> pieces(
      List<Slot> slots, Bank bank, AdapterPlan plan, Adapters adapters, NDManager manager) {
    Map<String, Bank> cut = cut(slots, bank, plan, manager);
    Map<String, Bank> restored = new LinkedHashMap<>();
    for (Slot slot : slots) {
      restored.put(slot.key(), restore(slot, cut.get(slot.key()), plan, adapters, manager));
    }
    return restored;
  }
}
