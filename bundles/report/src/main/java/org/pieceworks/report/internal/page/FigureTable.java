package org.pieceworks.report.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Table.Cell;
import org.pieceworks.report.internal.page.Table.Column;
import org.pieceworks.report.internal.page.Table.Row;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** Numbers beside the metrics: above all how well the pieces were chosen. */
final class FigureTable {

  private static final String CAPTION =
      "Averages over seeds, at every point. An answer is changed where it is not the base model's"
          + " own; a target without any was assembled for in vain.";
  private static final String AFFINITY =
      " Affinity is how alike a target user and a sharer truly are, from 0 to 1, weighted by the"
          + " pieces' weights; by chance is the mean over all sharers.";
  private static final String CHOICES =
      " Where nearly all first choices go to one sharer, that sharer is everybody's choice. The"
          + " share of the scores that is the same for every target is of their variance over"
          + " pieces: near 1, the gates rank pieces and do not tell targets apart.";

  private FigureTable() {}

  /** A row for every point, a column for every figure; empty where there are none. */
  static Optional<Table> of(RunFacts facts) {
    Map<Map<String, String>, Map<String, List<Double>>> points = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (StoredTrial trial : facts.run().done()) {
      Map<String, List<Double>> figures =
          points.computeIfAbsent(
              facts.points().complete(trial.settings()), point -> new LinkedHashMap<>());
      trial
          .result()
          .orElseThrow()
          .figures()
          .forEach(
              (name, value) -> {
                names.add(name);
                figures.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
              });
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> sorted = Names.inOrder(names);
    List<Column> columns = new ArrayList<>();
    facts.table().axes().keySet().forEach(axis -> columns.add(Column.text(axis)));
    sorted.forEach(name -> columns.add(Column.number(Names.figure(name))));
    List<Row> rows = new ArrayList<>();
    points.forEach(
        (point, figures) -> {
          List<Cell> cells = new ArrayList<>();
          facts
              .table()
              .axes()
              .keySet()
              .forEach(axis -> cells.add(Cell.heading(point.getOrDefault(axis, ""))));
          sorted.forEach(name -> cells.add(mean(figures.getOrDefault(name, List.of()))));
          rows.add(new Row(false, false, cells));
        });
    String caption =
        CAPTION
            + (names.contains("affinity_chosen") ? AFFINITY : "")
            + (names.contains("hub_share") ? CHOICES : "");
    return Optional.of(new Table("figures", caption, columns, rows));
  }

  private static Cell mean(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    return Cell.of(Double.isNaN(mean) ? "–" : Amounts.fixed(mean));
  }
}
