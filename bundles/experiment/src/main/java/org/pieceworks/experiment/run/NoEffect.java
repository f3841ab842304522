package org.pieceworks.experiment.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds assembled adapters that change none of the base model's answers. */
public final class NoEffect {

  private static final String FIGURE = "targets_unchanged";

  private NoEffect() {}

  /** A sentence for every point at which some target users were assembled for in vain. */
  public static List<String> of(StoredRun run) {
    Map<Map<String, String>, List<Double>> points = new LinkedHashMap<>();
    for (StoredTrial trial : run.done()) {
      double share = trial.result().orElseThrow().figures().getOrDefault(FIGURE, 0.0);
      points.computeIfAbsent(trial.settings(), point -> new ArrayList<>()).add(share);
    }
    List<String> sentences = new ArrayList<>();
    points.forEach(
        (point, shares) -> {
          double mean = shares.stream().mapToDouble(s -> s).average().orElse(0);
          if (mean > 0) {
            sentences.add(sentence(point, mean));
          }
        });
    return sentences;
  }

  private static String sentence(Map<String, String> point, double share) {
    String where =
        point.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%sthe assembled adapter changes none of the base model's answers for %.1f %% of the target"
            + " users.",
        where.isEmpty() ? "" : "At " + where + " ",
        100 * share);
  }
}
