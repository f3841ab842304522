package org.pieceworks.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Table.Cell;
import org.pieceworks.report.internal.page.Table.Column;
import org.pieceworks.report.internal.page.Table.Row;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** Methods against each other at the base point. */
final class ComparisonTable {

  private static final String CAPTION =
      "Differences between methods at the base point, the first minus the second, by a paired"
          + " bootstrap over seeds and users; p is two-sided and not corrected for the number of"
          + " comparisons.";

  private ComparisonTable() {}

  /** All pairs of methods; empty where there is only one. */
  static Optional<Table> of(RunFacts facts, String dataset) {
    List<Row> rows = new ArrayList<>();
    for (String metric : facts.points().metrics(dataset)) {
      List<String> methods = facts.methods(dataset);
      boolean opens = true;
      for (int second = 0; second < methods.size(); second++) {
        for (int first = second + 1; first < methods.size(); first++) {
          Optional<Comparison> comparison =
              facts.compareAtBase(dataset, metric, methods.get(first), methods.get(second));
          if (comparison.isPresent()) {
            rows.add(row(opens, metric, methods.get(first), methods.get(second), comparison.get()));
            opens = false;
          }
        }
      }
    }
    List<Column> columns =
        List.of(
            Column.text("Metric"),
            Column.text("First"),
            Column.text("Second"),
            Column.number("Difference"),
            Column.number("p"),
            Column.text("Significant at 5 %"),
            Column.number("Pairs"));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("comparisons-" + Names.slug(dataset), CAPTION, columns, rows));
  }

  private static Row row(
      boolean opens, String metric, String first, String second, Comparison comparison) {
    return new Row(
        opens,
        false,
        List.of(
            Cell.of(Names.metric(metric)),
            Cell.heading(Names.method(first)),
            Cell.of(Names.method(second)),
            Cell.with(
                Amounts.signed(comparison.difference().mean()),
                "["
                    + Amounts.signed(comparison.difference().low())
                    + ", "
                    + Amounts.signed(comparison.difference().high())
                    + "]"),
            Cell.of(Amounts.probability(comparison.p()).replace("p = ", "").replace("p < ", "< ")),
            Cell.of(RunFacts.significant(comparison) ? "yes" : "no"),
            Cell.of(Integer.toString(comparison.pairs()))));
  }
}
