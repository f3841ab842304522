package org.pieceworks.report.internal.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.api.evaluation.Interval;
import org.pieceworks.api.evaluation.Statistics;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.experiment.trial.TrialResult;
import org.pieceworks.report.internal.chart.Points;

/** Compares any two methods of a run, where the stored comparisons do not hold the pair. */
final class Pairs {

  /** Of the bootstrap: fixed, so that a stored run always gives the same report. */
  private static final long SEED = 20240615;

  private final StoredRun run;
  private final Points points;
  private final Statistics statistics;
  private final Map<List<Object>, Optional<Comparison>> known = new HashMap<>();

  Pairs(StoredRun run, Points points, Statistics statistics) {
    this.run = run;
    this.points = points;
    this.statistics = statistics;
  }

  Optional<Comparison> compare(
      String dataset, Map<String, String> point, String metric, String first, String second) {
    return known.computeIfAbsent(
        List.of(dataset, point, metric, first, second),
        key -> compute(dataset, point, metric, first, second));
  }

  /** One method at two points, paired by seed and user. */
  Optional<Comparison> across(
      String dataset,
      String metric,
      String method,
      Map<String, String> first,
      Map<String, String> second) {
    return known.computeIfAbsent(
        List.of(dataset, first, metric, method, second),
        key -> {
          Map<Long, double[]> mine = bySeed(dataset, first, method, metric);
          Map<Long, double[]> theirs = bySeed(dataset, second, method, metric);
          mine.keySet().retainAll(theirs.keySet());
          theirs.keySet().retainAll(mine.keySet());
          return paired(List.copyOf(mine.values()), List.copyOf(theirs.values()));
        });
  }

  private Map<Long, double[]> bySeed(
      String dataset, Map<String, String> point, String method, String metric) {
    Map<Long, double[]> values = new TreeMap<>();
    for (StoredTrial trial : run.done()) {
      TrialResult result = trial.result().orElseThrow();
      if (result.dataset().equals(dataset) && points.complete(trial.settings()).equals(point)) {
        values(result, method, metric).ifPresent(own -> values.put(trial.seed(), own));
      }
    }
    return values;
  }

  private Optional<Comparison> paired(List<double[]> first, List<double[]> second) {
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            statistics.paired(
                first.toArray(double[][]::new), second.toArray(double[][]::new), SEED));
  }

  private Optional<Comparison> compute(
      String dataset, Map<String, String> point, String metric, String first, String second) {
    List<double[]> mine = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (StoredTrial trial : run.done()) {
      TrialResult result = trial.result().orElseThrow();
      if (result.dataset().equals(dataset) && points.complete(trial.settings()).equals(point)) {
        Optional<double[]> a = values(result, first, metric);
        Optional<double[]> b = values(result, second, metric);
        if (a.isPresent() && b.isPresent()) {
          mine.add(a.get());
          theirs.add(b.get());
        }
      }
    }
    return paired(mine, theirs);
  }

  private static Optional<double[]> values(TrialResult result, String method, String metric) {
    return result.methods().stream()
        .filter(row -> row.method().equals(method))
        .flatMap(row -> row.metrics().stream())
        .filter(row -> row.metric().equals(metric))
        .map(row -> row.values().stream().mapToDouble(MetricResult.UserValue::value).toArray())
        .findFirst();
  }

  /** The same comparison from the other side. */
  static Comparison reversed(Comparison comparison) {
    Interval difference = comparison.difference();
    return new Comparison(
        new Interval(-difference.mean(), -difference.high(), -difference.low()),
        comparison.p(),
        comparison.pairs());
  }
}
