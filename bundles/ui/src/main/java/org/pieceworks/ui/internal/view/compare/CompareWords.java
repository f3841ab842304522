package org.pieceworks.ui.internal.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.Rows;
import org.pieceworks.ui.internal.view.compare.ResultRows.Difference;

/** A comparison in words: two tables. */
record CompareWords(Texts texts) {

  /** How the runs are called for short. */
  static String letter(int run) {
    return String.valueOf((char) ('A' + run));
  }

  /** The settings that differ. */
  Rows settings(Settings settings, int runs) {
    List<String> header = new ArrayList<>(List.of(texts.get("settings.column")));
    for (int run = 0; run < runs; run++) {
      header.add(letter(run));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Settings.Row setting : settings.rows()) {
      List<String> row = new ArrayList<>(List.of(setting.path()));
      setting
          .values()
          .forEach(value -> row.add(value.isEmpty() ? texts.get("settings.default") : value));
      rows.add(row);
    }
    return new Rows(header, rows);
  }

  /** The results that differ. */
  Rows results(ResultRows results, int runs) {
    List<String> header =
        new ArrayList<>(
            List.of(
                texts.get("results.dataset"),
                texts.get("results.point"),
                texts.get("results.method"),
                texts.get("results.metric")));
    for (int run = 1; run < runs; run++) {
      header.add(texts.get("results.verdict", letter(0), letter(run)));
      header.add(texts.get("results.difference", letter(0), letter(run)));
    }
    for (int run = 0; run < runs; run++) {
      header.add(letter(run));
    }
    return new Rows(header, results.rows().stream().map(this::row).toList());
  }

  private List<String> row(ResultRows.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.dataset());
    cells.add(point(row.point()));
    cells.add(Names.method(row.method()));
    cells.add(Names.metric(row.metric()));
    for (Difference difference : row.differences()) {
      cells.add(verdict(row, difference));
      cells.add(difference.comparison().map(CompareWords::difference).orElse(""));
    }
    row.results().forEach(result -> cells.add(value(result)));
    return cells;
  }

  private String point(Map<String, String> point) {
    return point.isEmpty()
        ? texts.get("point.only")
        : point.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String value(Optional<Summary> result) {
    return result
        .map(row -> Amounts.fixed(row.mean()) + " " + Amounts.interval(row.low(), row.high()))
        .orElse("");
  }

  private static String difference(Comparison test) {
    return Amounts.signed(test.difference().mean())
        + " ["
        + Amounts.signed(test.difference().low())
        + ", "
        + Amounts.signed(test.difference().high())
        + "]";
  }

  private String verdict(ResultRows.Row row, Difference difference) {
    if (difference.comparison().isEmpty()) {
      return texts.get("unpaired." + difference.why());
    }
    Comparison test = difference.comparison().get();
    String word =
        !difference.significant()
            ? texts.get("verdict.open")
            : row.better(test) ? texts.get("verdict.better") : texts.get("verdict.worse");
    return texts.get("verdict.pairs", word, Amounts.probability(test.p()), test.pairs());
  }
}
