package org.pieceworks.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Table.Cell;
import org.pieceworks.report.internal.page.Table.Column;
import org.pieceworks.report.internal.page.Table.Row;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** How good the methods are, at the base point and at every point. */
final class QualityTables {

  private static final String INTERVALS =
      "Means over users and seeds with 95 % bootstrap intervals; bold is the best method of a"
          + " metric.";
  private static final String GAIN =
      " Gain kept is the share of the way from non-personalized to OPPU.";

  private final RunFacts facts;
  private final String dataset;

  QualityTables(RunFacts facts, String dataset) {
    this.facts = facts;
    this.dataset = dataset;
  }

  Table atBase() {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Method")));
    columns.addAll(metricColumns());
    Map<String, String> base = facts.points().base(dataset);
    List<Row> rows = new ArrayList<>();
    for (String method : methods(base)) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.heading(Names.method(method))));
      cells.addAll(metricCells(base, method));
      rows.add(new Row(false, Names.isReference(method), cells));
    }
    return new Table("base-" + Names.slug(dataset), caption(), columns, rows);
  }

  /** Every point below each other; empty where there is but one. */
  Optional<Table> atAllPoints() {
    List<Map<String, String>> points = facts.points().points(dataset);
    if (points.size() < 2) {
      return Optional.empty();
    }
    List<String> axes = List.copyOf(facts.table().axes().keySet());
    List<Column> columns = new ArrayList<>();
    axes.forEach(axis -> columns.add(Column.text(axis)));
    columns.add(Column.text("Method"));
    columns.addAll(metricColumns());
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> point : points) {
      boolean first = true;
      for (String method : methods(point)) {
        List<Cell> cells = new ArrayList<>();
        axes.forEach(axis -> cells.add(Cell.of(point.getOrDefault(axis, ""))));
        cells.add(Cell.heading(Names.method(method)));
        cells.addAll(metricCells(point, method));
        rows.add(new Row(first, Names.isReference(method), cells));
        first = false;
      }
    }
    return Optional.of(
        new Table("points-" + Names.slug(dataset), dataset + ". " + caption(), columns, rows));
  }

  private String caption() {
    return facts.points().metrics(dataset).stream().anyMatch(this::gains)
        ? INTERVALS + GAIN
        : INTERVALS;
  }

  private List<String> methods(Map<String, String> point) {
    return facts.points().at(dataset, point).stream().map(Summary::method).distinct().toList();
  }

  private List<Column> metricColumns() {
    List<Column> columns = new ArrayList<>();
    for (String metric : facts.points().metrics(dataset)) {
      String lower = facts.higherIsBetter(metric) ? "" : " (lower is better)";
      columns.add(Column.number(Names.metric(metric) + lower));
      if (gains(metric)) {
        columns.add(Column.number("Gain kept, " + Names.metric(metric)));
      }
    }
    return columns;
  }

  private List<Cell> metricCells(Map<String, String> point, String method) {
    List<Cell> cells = new ArrayList<>();
    for (String metric : facts.points().metrics(dataset)) {
      cells.add(
          facts
              .at(dataset, point, method, metric)
              .map(row -> value(point, row))
              .orElse(Cell.of("–")));
      if (gains(metric)) {
        OptionalDouble gain =
            method.equals(Names.CHANCE)
                ? OptionalDouble.empty()
                : facts.gain(dataset, point, method, metric);
        cells.add(Cell.of(gain.isPresent() ? Amounts.percent(gain.getAsDouble()) : "–"));
      }
    }
    return cells;
  }

  private Cell value(Map<String, String> point, Summary row) {
    return new Cell(
        Amounts.fixed(row.mean()),
        Amounts.interval(row.low(), row.high()),
        false,
        isBest(point, row));
  }

  private boolean isBest(Map<String, String> point, Summary row) {
    double sign = row.higherIsBetter() ? 1 : -1;
    return !Names.isReference(row.method())
        && facts.points().at(dataset, point).stream()
            .filter(other -> other.metric().equals(row.metric()))
            .filter(other -> !Names.isReference(other.method()))
            .allMatch(other -> sign * other.mean() <= sign * row.mean());
  }

  /** Whether a share of a gain can be told at any point. */
  private boolean gains(String metric) {
    return facts.points().points(dataset).stream()
        .anyMatch(point -> facts.wayIsCertain(dataset, point, metric));
  }
}
