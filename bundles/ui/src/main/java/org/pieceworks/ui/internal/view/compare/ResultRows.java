package org.pieceworks.ui.internal.view.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Comparison;

/**
 * The results that runs have in common.
 *
 * @param rows those that differ
 * @param equal how many are the same in all
 */
record ResultRows(List<Row> rows, int equal) {

  /** A difference that chance alone gives less often than this is called significant. */
  static final double LEVEL = 0.05;

  /** Copies the rows. */
  ResultRows {
    rows = List.copyOf(rows);
  }

  /**
   * A metric of a method at a point.
   *
   * @param point the swept settings that tell it from others, in the first run's words
   * @param results one for each run; empty where the run has none
   * @param differences of every run but the first to the first
   */
  record Row(
      String dataset,
      Map<String, String> point,
      String method,
      String metric,
      boolean higherIsBetter,
      List<Optional<Summary>> results,
      List<Difference> differences) {

    /** Copies the lists. */
    Row {
      results = List.copyOf(results);
      differences = List.copyOf(differences);
    }

    /** Whether it is the very same in all runs that have it. */
    boolean equal() {
      return results.stream()
              .flatMap(Optional::stream)
              .map(result -> List.of(result.mean(), result.low(), result.high()))
              .distinct()
              .count()
          < 2;
    }

    /** Whether a difference is for the better. */
    boolean better(Comparison comparison) {
      return comparison.difference().mean() > 0 == higherIsBetter;
    }
  }

  /**
   * A run against the first.
   *
   * @param comparison the run minus the first; empty where they cannot be paired
   * @param why they cannot: {@code data, seeds, users, missing, reference}; empty where they can
   */
  record Difference(Optional<Comparison> comparison, String why) {

    static Difference of(Comparison comparison) {
      return new Difference(Optional.of(comparison), "");
    }

    static Difference none(String why) {
      return new Difference(Optional.empty(), why);
    }

    /** Whether chance alone would hardly give it. */
    boolean significant() {
      return comparison.filter(test -> test.p() < LEVEL).isPresent();
    }
  }
}
