package org.pieceworks.api.decomposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/**
 * How an adapter is broken into pieces: a piece is one sharer's tensors at one slot. Cut, restored
 * and merged with weight one, all pieces of a sharer are their adapter again.
 */
@ConsumerType
public interface Decomposition<O extends Record> extends Plugin<O> {

  /** Why it does not suit adapters of a form, and what does; empty: it suits them. */
  default Optional<Unsuited> unsuited(AdapterForm form, O options) {
    return Optional.empty();
  }

  /** Whether a site's adapter is divided among several slots. */
  default boolean divides() {
    return false;
  }

  /** The slots, in forward order; every site belongs to at least one. */
  List<Slot> slots(AdapterPlan plan, O options);

  /**
   * The pieces of a bank's members, as they are shared.
   *
   * @return per slot key {@code [members, ...]}; may be arrays of the bank, others belong to the
   *     manager
   */
  default Map<String, Bank> cut(
      List<Slot> slots, Bank bank, AdapterPlan plan, O options, NDManager manager) {
    Map<String, Bank> pieces = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Map<Site, Map<String, NDArray>> own = new LinkedHashMap<>();
      slot.sites().forEach(site -> own.put(site, bank.tensors().get(site)));
      pieces.put(slot.key(), new Bank(own));
    }
    return pieces;
  }

  /**
   * Pieces of a slot as adapters that work on their own.
   *
   * @param pieces {@code [pieces, ...]} as {@link #cut} made them
   * @return may be the same arrays, others belong to the manager
   */
  default Bank restore(
      Slot slot, Bank pieces, AdapterPlan plan, Adapters adapters, O options, NDManager manager) {
    return pieces;
  }
}
