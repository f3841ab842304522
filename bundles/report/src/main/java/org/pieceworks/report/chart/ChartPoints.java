package org.pieceworks.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Group;
import org.pieceworks.api.chart.ChartData.Place;
import org.pieceworks.api.chart.Line;

/**
 * The numbers of a chart as a table.
 *
 * @param rows each as long as the header
 */
public record ChartPoints(List<String> header, List<List<String>> rows) {

  private static final List<String> VALUES = List.of("value", "low", "high");

  /** Copies the lists. */
  public ChartPoints {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** The numbers of a chart, with their intervals. */
  public static ChartPoints of(ChartData data) {
    List<List<String>> rows = new ArrayList<>();
    if (data instanceof ChartData.Lines c) {
      for (Line line : c.lines()) {
        for (Band point : line.points()) {
          String x = line.flat() ? "" : number(point.x());
          rows.add(
              List.of(
                  line.name(), x, number(point.y()), number(point.low()), number(point.high())));
        }
      }
      return new ChartPoints(header("method", c.xLabel()), rows);
    }
    if (data instanceof ChartData.Bars c) {
      c.bars().forEach(bar -> rows.add(row(bar.name(), List.of(), bar)));
      c.levels().forEach(bar -> rows.add(row(bar.name(), List.of(), bar)));
      return new ChartPoints(header("method"), rows);
    }
    if (data instanceof ChartData.GroupedBars c) {
      for (Group group : c.groups()) {
        group.bars().forEach(bar -> rows.add(row(bar.name(), List.of(group.name()), bar)));
      }
      c.levels().forEach(bar -> rows.add(row(bar.name(), List.of(""), bar)));
      return new ChartPoints(header("method", c.xLabel()), rows);
    }
    if (data instanceof ChartData.Ranking c) {
      return ranking(c);
    }
    return cells((ChartData.HeatMap) data);
  }

  private static ChartPoints ranking(ChartData.Ranking data) {
    List<String> header = new ArrayList<>(header("place"));
    data.costs().forEach(cost -> header.add(cost.label()));
    List<List<String>> rows = new ArrayList<>();
    for (Place place : data.places()) {
      List<String> row = new ArrayList<>(row(place.quality().name(), List.of(), place.quality()));
      place.costs().forEach(cost -> row.add(number(cost)));
      rows.add(row);
    }
    for (Bar level : data.levels()) {
      List<String> row = new ArrayList<>(row(level.name(), List.of(), level));
      data.costs().forEach(cost -> row.add(""));
      rows.add(row);
    }
    return new ChartPoints(header, rows);
  }

  private static ChartPoints cells(ChartData.HeatMap data) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < data.rows().size(); row++) {
      for (int column = 0; column < data.columns().size(); column++) {
        double value = data.cells()[row][column];
        if (!Double.isNaN(value)) {
          rows.add(List.of(data.rows().get(row), data.columns().get(column), number(value)));
        }
      }
    }
    return new ChartPoints(List.of(data.yLabel(), data.xLabel(), data.valueLabel()), rows);
  }

  private static List<String> header(String... first) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(VALUES);
    return header;
  }

  private static List<String> row(String name, List<String> more, Bar bar) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.addAll(more);
    row.addAll(List.of(number(bar.value()), number(bar.low()), number(bar.high())));
    return row;
  }

  /** Full precision, empty where there is no number. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
