package org.pieceworks.experiment.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.Truth;

/**
 * How well pieces were chosen: how alike target and chosen sharers truly are, against chance and
 * the best there is, and whether one sharer is everybody's choice.
 *
 * @param targets their ids
 * @param sharers their ids
 */
record ChoiceFigures(List<String> targets, List<String> sharers, Map<Integer, String> sharerOf) {

  /**
   * The figures, by name.
   *
   * @param assemblies per target
   * @param scoreHubness see {@link Hubness}
   */
  Map<String, Double> of(
      List<Assembly> assemblies, Optional<Truth> truth, OptionalDouble scoreHubness) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (truth.isPresent() && truth.get().mixtures().keySet().containsAll(sharers)) {
      Truth known = truth.get();
      figures.put("affinity_chosen", mean(t -> chosen(assemblies.get(t), targets.get(t), known)));
      figures.put("affinity_chance", mean(t -> alike(targets.get(t), known).average().orElse(0)));
      figures.put("affinity_best", mean(t -> alike(targets.get(t), known).max().orElse(0)));
    }
    figures.put("hub_share", hubShare(assemblies));
    scoreHubness.ifPresent(share -> figures.put("score_hubness", share));
    return figures;
  }

  private double mean(java.util.function.IntToDoubleFunction of) {
    return java.util.stream.IntStream.range(0, targets.size())
        .mapToDouble(of)
        .average()
        .orElse(Double.NaN);
  }

  private DoubleStream alike(String target, Truth truth) {
    return sharers.stream().mapToDouble(sharer -> truth.affinity(target, sharer));
  }

  private double chosen(Assembly assembly, String target, Truth truth) {
    double sum = 0;
    double weights = 0;
    for (List<WeightedPiece> pieces : assembly.pieces().values()) {
      for (WeightedPiece piece : pieces) {
        sum += piece.weight() * truth.affinity(target, sharerOf.get(piece.piece()));
        weights += piece.weight();
      }
    }
    return weights == 0 ? Double.NaN : sum / weights;
  }

  /** The share of all first choices that go to the sharer who is chosen most. */
  private double hubShare(List<Assembly> assemblies) {
    Map<String, Integer> first = new TreeMap<>();
    int choices = 0;
    for (Assembly assembly : assemblies) {
      for (List<WeightedPiece> pieces : assembly.pieces().values()) {
        if (!pieces.isEmpty()) {
          first.merge(sharerOf.get(pieces.get(0).piece()), 1, Integer::sum);
          choices++;
        }
      }
    }
    int most = first.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return choices == 0 ? Double.NaN : (double) most / choices;
  }
}
