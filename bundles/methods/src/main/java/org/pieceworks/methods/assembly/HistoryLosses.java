package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.api.training.BankTrainer;

/**
 * How well each sharer's offered pieces, all at once, tell the targets' own histories. Made when
 * first asked for, once per sharer: dear.
 */
final class HistoryLosses {

  private final BankTrainer trainer;
  private final BaseModel model;
  private final Adapters adapters;
  private final AssemblyRequest request;
  private final Map<String, List<Example>> histories;
  private final Progress progress;
  private final Map<String, double[]> ofSharer = new TreeMap<>();

  /**
   * Measures nothing yet.
   *
   * @param histories by target, in order
   */
  HistoryLosses(
      BankTrainer trainer,
      BaseModel model,
      Adapters adapters,
      AssemblyRequest request,
      Map<String, List<Example>> histories,
      Progress progress) {
    this.trainer = trainer;
    this.model = model;
    this.adapters = adapters;
    this.request = request;
    this.histories = new LinkedHashMap<>(histories);
    this.progress = progress;
  }

  /** {@code [targets][sharers]}: mean loss over the labels of the target's history. */
  float[][] of(List<String> targets, List<String> sharers) {
    List<String> all = List.copyOf(histories.keySet());
    float[][] losses = new float[targets.size()][sharers.size()];
    for (int s = 0; s < sharers.size(); s++) {
      double[] own = ofSharer.computeIfAbsent(sharers.get(s), this::measure);
      for (int t = 0; t < targets.size(); t++) {
        losses[t][s] = (float) own[all.indexOf(targets.get(t))];
      }
    }
    return losses;
  }

  private double[] measure(String sharer) {
    progress.checkCancelled();
    try (NDManager scope = model.manager().newSubManager()) {
      Bank bank = whole(sharer, scope);
      return trainer.loss(model, List.copyOf(histories.values()), adapters.adaptation(bank, false));
    }
  }

  /** All that a sharer offers, as an adapter of every target. */
  private Bank whole(String sharer, NDManager scope) {
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    for (Slot slot : request.slots()) {
      Choice own = own(request.offered().get(slot.key()), sharer);
      choices.put(slot.key(), Collections.nCopies(histories.size(), own));
    }
    return new Expansion(adapters, request.options().form(), request.slots(), request.offered())
        .of(choices, scope);
  }

  private static Choice own(SlotPieces offered, String sharer) {
    List<String> sharers = offered.sharers();
    int[] pieces =
        IntStream.range(0, offered.size()).filter(i -> sharers.get(i).equals(sharer)).toArray();
    double[] weights = new double[pieces.length];
    Arrays.fill(weights, 1);
    return new Choice(pieces, weights);
  }
}
