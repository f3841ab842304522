package org.pieceworks.ui.internal.view.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.experiment.trial.MetricResult.UserValue;
import org.pieceworks.experiment.trial.TrialResult;

/**
 * The values of one method and metric in two runs, paired by seed and user.
 *
 * @param first {@code [seeds][users]}
 * @param second of the same shape
 * @param why they cannot be paired: {@code data, seeds, users}; empty where they can
 */
record Pairing(double[][] first, double[][] second, String why) {

  /** Pairs the trials of one point of each run. */
  static Pairing of(
      List<StoredTrial> first, List<StoredTrial> second, String method, String metric) {
    Map<Long, StoredTrial> others = new TreeMap<>();
    second.forEach(trial -> others.put(trial.seed(), trial));
    List<double[]> mine = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    String why = "seeds";
    for (StoredTrial trial : first) {
      StoredTrial other = others.get(trial.seed());
      if (other == null) {
        continue;
      }
      if (!data(trial).equals(data(other))) {
        why = "data"; // users of one name are not the same person then
        continue;
      }
      Map<String, Double> a = values(trial, method, metric);
      Map<String, Double> b = values(other, method, metric);
      Set<String> users = new LinkedHashSet<>(a.keySet());
      users.retainAll(b.keySet());
      if (users.isEmpty()) {
        why = "users";
      } else {
        mine.add(users.stream().mapToDouble(a::get).toArray());
        theirs.add(users.stream().mapToDouble(b::get).toArray());
      }
    }
    return new Pairing(
        mine.toArray(double[][]::new), theirs.toArray(double[][]::new), mine.isEmpty() ? why : "");
  }

  private static String data(StoredTrial trial) {
    return trial.result().map(result -> result.provenance().dataHash()).orElse("");
  }

  private static Map<String, Double> values(StoredTrial trial, String method, String metric) {
    Map<String, Double> values = new LinkedHashMap<>();
    TrialResult result = trial.result().orElseThrow();
    result.methods().stream()
        .filter(row -> row.method().equals(method))
        .flatMap(row -> row.metrics().stream())
        .filter(row -> row.metric().equals(metric))
        .map(MetricResult::values)
        .flatMap(List::stream)
        .forEach((UserValue value) -> values.put(value.user(), value.value()));
    return values;
  }
}
