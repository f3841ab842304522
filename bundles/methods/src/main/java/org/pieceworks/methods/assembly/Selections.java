package org.pieceworks.methods.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.decomposition.Slot;

/**
 * Gathers what the passes chose. Where a target had several, its weights are averaged over them:
 * both merge forms are linear in the weights, so this equals averaging the merged tensors as the
 * reference does.
 */
final class Selections {

  private final AssemblyRequest request;
  private final int[] passes;
  private final Map<String, List<Map<Integer, Double>>> sums = new LinkedHashMap<>();
  private final Map<String, float[][]> scores = new LinkedHashMap<>();

  Selections(AssemblyRequest request) {
    this.request = request;
    int targets = request.targets().size();
    passes = new int[targets];
    for (Slot slot : request.slots()) {
      List<Map<Integer, Double>> empty = new ArrayList<>();
      for (int t = 0; t < targets; t++) {
        empty.add(new LinkedHashMap<>());
      }
      sums.put(slot.key(), empty);
      scores.put(slot.key(), new float[targets][]);
    }
  }

  void add(List<Integer> targets, Chosen chosen) {
    for (int i = 0; i < targets.size(); i++) {
      int target = targets.get(i);
      passes[target]++;
      for (Slot slot : request.slots()) {
        Choice choice = chosen.choices().get(slot.key()).get(i);
        Map<Integer, Double> sum = sums.get(slot.key()).get(target);
        for (int p = 0; p < choice.pieces().length; p++) {
          sum.merge(choice.pieces()[p], choice.weights()[p], Double::sum);
        }
        scores.get(slot.key())[target] = chosen.scores().get(slot.key())[i];
      }
    }
  }

  List<Assembly> assemblies() {
    List<Assembly> assemblies = new ArrayList<>();
    for (int t = 0; t < request.targets().size(); t++) {
      Map<String, List<WeightedPiece>> pieces = new LinkedHashMap<>();
      for (Slot slot : request.slots()) {
        pieces.put(slot.key(), weighted(slot, sums.get(slot.key()).get(t), passes[t]));
      }
      assemblies.add(new Assembly(request.pool(), request.options().form(), pieces));
    }
    return assemblies;
  }

  private List<WeightedPiece> weighted(Slot slot, Map<Integer, Double> sum, int passes) {
    return sum.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
        .map(
            e ->
                new WeightedPiece(
                    request.offered().get(slot.key()).number(e.getKey()),
                    (float) (e.getValue() / passes)))
        .toList();
  }

  float[][][] scores() {
    return scores.values().toArray(float[][][]::new);
  }
}
