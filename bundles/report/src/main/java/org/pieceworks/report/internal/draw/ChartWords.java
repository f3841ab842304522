package org.pieceworks.report.internal.draw;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.Line;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** Says in words what a chart shows, from its data. */
final class ChartWords {

  private ChartWords() {}

  static String describe(ChartData data) {
    if (data instanceof ChartData.Lines lines) {
      return "Line chart of "
          + lines.yLabel()
          + " over "
          + lines.xLabel()
          + ". "
          + join(lines.lines().stream().map(ChartWords::line).toList());
    }
    if (data instanceof ChartData.Bars bars) {
      return "Bar chart of "
          + bars.valueLabel()
          + ". "
          + all(bars.bars(), bars.levels(), bars.unit());
    }
    if (data instanceof ChartData.GroupedBars groups) {
      String each =
          groups.groups().stream()
              .map(group -> group.name() + ": " + all(group.bars(), List.of(), Unit.NUMBER))
              .collect(Collectors.joining(" "));
      return "Bar chart of "
          + groups.yLabel()
          + " over "
          + groups.xLabel()
          + ". "
          + each
          + (groups.levels().isEmpty()
              ? ""
              : " Levels: " + all(groups.levels(), List.of(), Unit.NUMBER));
    }
    if (data instanceof ChartData.Ranking ranking) {
      List<Bar> bars = ranking.places().stream().map(ChartData.Place::quality).toList();
      return "Bar chart of "
          + ranking.valueLabel()
          + ", best first. "
          + all(bars, ranking.levels(), Unit.NUMBER);
    }
    ChartData.HeatMap map = (ChartData.HeatMap) data;
    return "Heat map of "
        + map.valueLabel()
        + " with "
        + map.rows().size()
        + " rows ("
        + map.yLabel()
        + ") and "
        + map.columns().size()
        + " columns ("
        + map.xLabel()
        + "). "
        + heaviest(map);
  }

  private static String line(Line line) {
    Band first = line.points().get(0);
    Band last = line.points().get(line.points().size() - 1);
    String name = Names.method(line.name());
    return line.flat() || line.points().size() == 1
        ? name + " at " + Amounts.fixed(first.y())
        : name
            + " from "
            + Amounts.fixed(first.y())
            + " at "
            + SweptScale.label(first.x())
            + " to "
            + Amounts.fixed(last.y())
            + " at "
            + SweptScale.label(last.x());
  }

  private static String all(List<Bar> bars, List<Bar> levels, Unit unit) {
    return join(
        Stream.concat(bars.stream(), levels.stream())
            .map(bar -> Names.method(bar.name()) + " " + Amounts.of(bar.value(), unit))
            .toList());
  }

  private static String heaviest(ChartData.HeatMap map) {
    String best = "";
    double most = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < map.columns().size(); column++) {
      double sum = 0;
      for (double[] row : map.cells()) {
        sum += Double.isNaN(row[column]) ? 0 : row[column];
      }
      if (sum > most) {
        most = sum;
        best = map.columns().get(column);
      }
    }
    return "The most weight in all, " + Amounts.fixed(most) + ", lies with " + best + ".";
  }

  private static String join(List<String> parts) {
    return String.join("; ", parts) + ".";
  }
}
