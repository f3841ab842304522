package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.Readings;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.TokenBatch;

/**
 * Runs whole histories of a few users through the model, in as many batches of rows as memory asks
 * for, and shows what gates read at each slot.
 */
record ActivationPass(BaseModel model, List<Slot> slots, long tokens) {

  /**
   * Shows the activations of every slot, in forward order.
   *
   * @param histories per member, at least one labelled example each
   */
  void run(
      List<List<Example>> histories,
      Adaptation adaptation,
      BiConsumer<Slot, SlotActivations> visitor) {
    List<Long> labelledRows = Readings.rows(histories);
    try (NDManager scope = model.manager().newSubManager()) {
      Map<String, NDList> inputs = new LinkedHashMap<>();
      slots.forEach(slot -> inputs.put(slot.key(), new NDList()));
      NDList weights = new NDList();
      for (List<List<Example>> rows : batches(histories)) {
        try (NDManager pass = scope.newSubManager();
            TokenBatch batch = TokenBatch.of(rows, pass)) {
          Readings readings = Readings.of(batch, rows, labelledRows, pass);
          readings.weights().attach(scope);
          weights.add(readings.weights());
          model.hidden(batch.tokens(), watching(adaptation, readings, inputs, scope)).close();
        }
      }
      NDArray joinedWeights = join(weights);
      for (Slot slot : slots) {
        visitor.accept(slot, new SlotActivations(join(inputs.get(slot.key())), joinedWeights));
      }
    }
  }

  private Adaptation watching(
      Adaptation adaptation, Readings readings, Map<String, NDList> inputs, NDManager scope) {
    Map<Site, List<String>> gates = new HashMap<>();
    slots.forEach(
        slot ->
            gates.computeIfAbsent(slot.gate().site(), site -> new ArrayList<>()).add(slot.key()));
    return (site, input, output) -> {
      List<String> here = gates.getOrDefault(site, List.of());
      if (!here.isEmpty()) {
        NDArray seen = readings.inputs(input);
        seen.attach(scope);
        here.forEach(slot -> inputs.get(slot).add(seen));
      }
      return adaptation.apply(site, input, output);
    };
  }

  private static NDArray join(NDList parts) {
    return parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
  }

  /** Batches of consecutive rows, the same number of every member. */
  private List<List<List<Example>>> batches(List<List<Example>> histories) {
    int longest = histories.stream().mapToInt(List::size).max().orElse(0);
    int sequence =
        histories.stream().flatMap(List::stream).mapToInt(e -> e.tokens().length).max().orElse(1);
    int rows = (int) Math.max(1, tokens / ((long) histories.size() * sequence));
    List<List<List<Example>>> batches = new ArrayList<>();
    for (int from = 0; from < longest; from += rows) {
      List<List<Example>> batch = new ArrayList<>();
      for (List<Example> history : histories) {
        int size = history.size();
        batch.add(history.subList(Math.min(from, size), Math.min(from + rows, size)));
      }
      batches.add(batch);
    }
    return batches;
  }
}
