package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.HeldPieces;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.parity.golden.VectorFile;

/**
 * The sharers of a set.
 *
 * @param bank their adapters
 * @param gates per slot key {@code [sharers, in]}
 */
record Sharers(Bank bank, Map<String, NDArray> gates) {

  private static final String FILE = "sharers.safetensors";

  /** The sharers, empty where the set has none. */
  static Optional<Sharers> of(Subject subject) {
    Optional<VectorFile> file = subject.set().file(FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    ReferenceTensors tensors = new ReferenceTensors(subject);
    Bank bank = tensors.bank(file.get(), "");
    Map<String, NDArray> gates = tensors.gates(file.get(), "");
    gates.forEach(
        (slot, gate) -> {
          if (gate.getShape().get(0) != bank.members()) {
            throw BadInputException.of(
                subject.set().directory().resolve(FILE) + ": gates of " + slot,
                gate.getShape().get(0) + " sharers",
                bank.members() + " as their adapters");
          }
        });
    return Optional.of(new Sharers(bank, gates));
  }

  int count() {
    return bank.members();
  }

  /** One sharer's adapter as a bank of one. */
  Bank one(Subject subject, int sharer) {
    return bank.select(new int[] {sharer}, subject.manager());
  }

  /** One sharer's gates, {@code [1, in]} each. */
  Map<String, NDArray> gatesOf(int sharer) {
    Map<String, NDArray> own = new LinkedHashMap<>();
    gates.forEach((slot, all) -> own.put(slot, all.get(sharer + ":" + (sharer + 1))));
    return own;
  }

  /** LoRA at the sharers' rank. */
  Adapters lora(Subject subject) {
    return subject.lora(rank());
  }

  long rank() {
    return bank.tensors().values().iterator().next().get("A").getShape().get(1);
  }

  /**
   * The pieces that are offered; a piece's number is its sharer's.
   *
   * @param candidates per slot key the sharers that offer, ascending; all where a slot is missing
   */
  Map<String, SlotPieces> offered(Subject subject, Map<String, int[]> candidates) {
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    int[] all = java.util.stream.IntStream.range(0, count()).toArray();
    for (Slot slot : subject.slots()) {
      offered.put(slot.key(), pieces(subject, slot, candidates.getOrDefault(slot.key(), all)));
    }
    return offered;
  }

  private SlotPieces pieces(Subject subject, Slot slot, int[] sharers) {
    List<String> names = new ArrayList<>();
    long[] index = new long[sharers.length];
    for (int i = 0; i < sharers.length; i++) {
      if (sharers[i] < 0 || sharers[i] >= count()) {
        throw BadInputException.of(
            "candidates of " + slot.key(),
            "sharer " + sharers[i],
            "one of the " + count() + " sharers");
      }
      index[i] = sharers[i];
      names.add("sharer " + sharers[i]);
    }
    NDArray rows = subject.manager().create(index);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (Site site : slot.sites()) {
      Map<String, NDArray> chosen = new LinkedHashMap<>();
      bank.tensors().get(site).forEach((name, array) -> chosen.put(name, array.get(rows)));
      tensors.put(site, chosen);
    }
    return new HeldPieces(
        slot.key(), sharers, names, new Bank(tensors), gates.get(slot.key()).get(rows));
  }
}
