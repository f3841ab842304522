package org.pieceworks.report.internal.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.experiment.run.NoEffect;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.words.Names;

/** What a reader must know before trusting the numbers. */
public final class Warnings {

  private static final int FEW_TARGETS = 10;

  private Warnings() {}

  /** The warnings that a run calls for. */
  public static List<String> of(RunFacts facts) {
    List<String> warnings = new ArrayList<>();
    StoredRun run = facts.run();
    state(run, warnings);
    if (run.done().isEmpty()) {
      warnings.add("No trial is done: there is nothing to show yet.");
      return warnings;
    }
    base(facts, warnings);
    incomplete(facts, warnings);
    if (run.seeds().size() == 1) {
      warnings.add(
          "There is one seed only: the intervals show how users differ, not how runs differ.");
    }
    long targets = targets(run);
    if (targets < FEW_TARGETS) {
      warnings.add(
          "There are "
              + targets
              + " target users only: bootstrap intervals over so few are too narrow.");
    }
    NoEffect.of(run).forEach(sentence -> warnings.add(capital(sentence)));
    ways(facts, warnings);
    return warnings;
  }

  private static void state(StoredRun run, List<String> warnings) {
    long missing = run.trials().stream().filter(t -> t.result().isEmpty()).count();
    long failed = run.failed().size();
    if (failed > 0) {
      warnings.add(
          failed
              + " of "
              + run.trials().size()
              + " trials failed; what went wrong is listed below, their points lack those seeds.");
    }
    if (missing > failed) {
      warnings.add(
          missing
              - failed
              + " of "
              + run.trials().size()
              + " trials are not finished"
              + (run.state() == RunState.INTERRUPTED ? ", since the run was stopped" : "")
              + "; resume the run to complete them.");
    }
  }

  private static void base(RunFacts facts, List<String> warnings) {
    Map<String, String> own = facts.points().complete(Map.of());
    List<String> datasets = facts.points().datasets();
    if (datasets.size() == 1 && !facts.points().base(datasets.get(0)).equals(own)) {
      warnings.add(
          "The file's own point ("
              + point(own)
              + ") has no results; the base point of this report is the nearest that has: "
              + point(facts.points().base(datasets.get(0)))
              + ".");
    }
  }

  private static void incomplete(RunFacts facts, List<String> warnings) {
    for (String dataset : facts.points().datasets()) {
      for (Map<String, String> point : facts.points().points(dataset)) {
        int seeds =
            facts.points().at(dataset, point).stream().mapToInt(Summary::seeds).max().orElse(0);
        int wanted = facts.run().seeds().size();
        if (seeds < wanted) {
          warnings.add(
              (point.isEmpty() ? "The results" : "The results at " + point(point))
                  + " are over "
                  + seeds
                  + " of "
                  + wanted
                  + " seeds and do not compare exactly with the others.");
        }
      }
    }
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static void ways(RunFacts facts, List<String> warnings) {
    for (String dataset : facts.points().datasets()) {
      Map<String, String> base = facts.points().base(dataset);
      for (String metric : facts.points().metrics(dataset)) {
        boolean both =
            facts.atBase(dataset, RunFacts.OPPU, metric).isPresent()
                && facts.atBase(dataset, RunFacts.NON_PERSONALIZED, metric).isPresent();
        if (both && !facts.wayIsCertain(dataset, base, metric)) {
          warnings.add(
              "On "
                  + Names.metric(metric)
                  + " OPPU is not significantly better than non-personalized: there is no certain"
                  + " gain to keep, and shares of it are left out.");
        }
      }
    }
  }

  /** The fewest targets that any trial served. */
  private static long targets(StoredRun run) {
    return run.done().stream()
        .flatMap(trial -> trial.result().orElseThrow().methods().stream())
        .flatMap(method -> method.metrics().stream())
        .mapToLong(metric -> metric.values().size())
        .min()
        .orElse(0);
  }

  /** A point in words. */
  public static String point(Map<String, String> point) {
    List<String> parts = new ArrayList<>();
    point.forEach((path, value) -> parts.add(path + " = " + value));
    return String.join(", ", parts);
  }
}
