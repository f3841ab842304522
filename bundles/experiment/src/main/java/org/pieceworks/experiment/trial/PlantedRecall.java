package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.Truth;

/**
 * How much of the planted affinity between targets and sharers the chosen pieces find: the share of
 * their weight that lies on the k sharers who are truly most like the target, averaged over slots.
 * Pieces drawn by lot reach k / n. Sharers who are exactly as alike as the k-th share its place.
 *
 * @param sharers their ids
 * @param sharerOf by piece number
 * @param k how many pieces an assembly takes per slot
 */
record PlantedRecall(List<String> sharers, Map<Integer, String> sharerOf, int k) {

  /** Its name in result files. */
  static final String NAME = "recall_at_k";

  /** Per target. */
  MetricResult of(List<String> targets, List<Assembly> assemblies, Truth truth) {
    List<MetricResult.UserValue> values = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      Map<String, Double> credit = credit(targets.get(t), truth);
      values.add(new MetricResult.UserValue(targets.get(t), recall(assemblies.get(t), credit)));
    }
    return new MetricResult(NAME, true, values);
  }

  /** What lots would reach, per target. */
  MetricResult chance(List<String> targets) {
    double expected = (double) Math.min(k, sharers.size()) / sharers.size();
    return new MetricResult(
        NAME, true, targets.stream().map(id -> new MetricResult.UserValue(id, expected)).toList());
  }

  private double recall(Assembly assembly, Map<String, Double> credit) {
    double sum = 0;
    double weights = 0;
    for (List<WeightedPiece> pieces : assembly.pieces().values()) {
      for (WeightedPiece piece : pieces) {
        sum += piece.weight() * credit.get(sharerOf.get(piece.piece()));
        weights += piece.weight();
      }
    }
    return weights == 0 ? Double.NaN : sum / weights;
  }

  /** One for a sharer among the k most alike, zero for one who is not, a fraction on a tie. */
  private Map<String, Double> credit(String target, Truth truth) {
    Map<String, Double> affinity = new HashMap<>();
    sharers.forEach(sharer -> affinity.put(sharer, truth.affinity(target, sharer)));
    List<Double> ranked = new ArrayList<>(affinity.values());
    ranked.sort(Collections.reverseOrder());
    int places = Math.min(k, ranked.size());
    double last = ranked.get(places - 1);
    long above = ranked.stream().filter(a -> a > last).count();
    long tied = ranked.stream().filter(a -> a == last).count();
    Map<String, Double> credit = new HashMap<>();
    affinity.forEach(
        (sharer, a) ->
            credit.put(sharer, a > last ? 1 : a == last ? (places - above) / (double) tied : 0));
    return credit;
  }
}
