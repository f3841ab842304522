package org.pieceworks.report.internal.draw;

import java.util.List;
import java.util.function.Function;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.Line;
import org.pieceworks.report.words.Amounts;

/** What is said of a mark while the mouse stands on it. */
final class Tips {

  private Tips() {}

  /**
   * Of a bar.
   *
   * @param place what stands beside it on the axis
   * @param text its value in words, null for a plain number
   */
  static String bar(String place, Bar bar, MethodStyles styles, Function<Bar, String> text) {
    String method = bar.name().isEmpty() ? "" : styles.of(bar.name()).label();
    // Bars of the same name carry invisible marks.
    boolean said = method.isEmpty() || place.startsWith(method);
    String value = text == null ? Amounts.fixed(bar.value()) : text.apply(bar);
    return (said ? place : place + ", " + method) + ": " + value + interval(bar.low(), bar.high());
  }

  /** Of a point of one of the lines, or of the levels. */
  static String point(
      ChartData.Lines data, MethodStyles styles, boolean flat, int series, int item) {
    List<Line> lines = data.lines().stream().filter(line -> line.flat() == flat).toList();
    Line line = lines.get(series);
    Band point = line.points().get(item);
    String where = flat ? "" : " at " + SweptScale.label(point.x());
    return styles.of(line.name()).label()
        + where
        + ": "
        + Amounts.fixed(point.y())
        + interval(point.low(), point.high());
  }

  /** Of a cell. */
  static String cell(ChartData.HeatMap data, int row, int column) {
    return data.rows().get(row)
        + ", "
        + data.columns().get(column)
        + ": "
        + Amounts.fixed(data.cells()[row][column]);
  }

  private static String interval(double low, double high) {
    return high > low ? " " + Amounts.interval(low, high) : "";
  }
}
