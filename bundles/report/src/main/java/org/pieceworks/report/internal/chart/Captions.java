package org.pieceworks.report.internal.chart;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.report.words.Names;

/** Sentences that charts share. */
final class Captions {

  private static final String MEANS =
      " are means over users and seeds, %s their 95 %% bootstrap intervals.";

  private Captions() {}

  /** What marks are, and what shows their intervals. */
  static String means(String marks, String intervals) {
    return marks + String.format(Locale.ROOT, MEANS, intervals);
  }

  /** Which lines are dashed. */
  static String dashed(Collection<String> methods) {
    return methods.isEmpty()
        ? ""
        : methods.stream().map(Names::method).collect(Collectors.joining(", ", " Dashed: ", "."));
  }

  /** Settings in words. */
  static String settings(String lead, Map<String, String> settings) {
    return settings.isEmpty()
        ? ""
        : settings.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", ", " " + lead + ": ", "."));
  }

  /** Which points lack seeds, since their means do not compare exactly with those of the others. */
  static String missingSeeds(String axis, List<Summary> rows) {
    int most = rows.stream().mapToInt(Summary::seeds).max().orElse(0);
    return rows.stream()
        .filter(row -> row.seeds() < most)
        .map(row -> row.settings().get(axis) + " has " + row.seeds() + " of " + most + " seeds")
        .distinct()
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                text -> text.isEmpty() ? "" : " " + axis + " " + text + "."));
  }
}
