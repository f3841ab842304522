package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.Line;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.report.words.Names;

/**
 * One metric of one data set over one swept setting.
 *
 * @param along the points that differ in that setting alone
 */
record QualityPanel(
    Points points,
    String dataset,
    String axis,
    String metric,
    List<Map<String, String>> along,
    QualityOverAxisOptions options) {

  ChartData chart() {
    return Points.numeric(along, axis) ? lines() : groups();
  }

  /** Whether a setting that is not a number matters to one method alone: a ranking shows it. */
  boolean isRanking() {
    return !Points.numeric(along, axis)
        && methods().stream()
                .filter(method -> !Names.isReference(method) && !constant(method))
                .count()
            == 1;
  }

  private ChartData lines() {
    List<Line> lines = new ArrayList<>();
    List<Line> levels = new ArrayList<>();
    for (String method : methods()) {
      if (Names.isReference(method) && constant(method)) {
        levels.add(level(method));
      } else {
        lines.add(new Line(method, bands(method), false));
      }
    }
    List<Line> far = levels.stream().filter(level -> farFrom(lines, level)).toList();
    levels.removeAll(far);
    lines.addAll(levels);
    String caption =
        Captions.means("Points", "translucent bands")
            + Captions.dashed(levels.stream().map(Line::name).toList())
            + far.stream()
                .map(
                    level ->
                        String.format(
                            Locale.ROOT,
                            " %s, at %.3f, lies outside the picture.",
                            Names.method(level.name()),
                            level.points().get(0).y()))
                .collect(Collectors.joining());
    return new ChartData.Lines(
        title(), caption + held(), Names.settingWithPath(axis), yLabel(), lines);
  }

  private List<Band> bands(String method) {
    List<Band> bands = new ArrayList<>();
    for (Map<String, String> point : along) {
      for (Summary row : rows(point, method)) {
        double x = Points.number(point.get(axis)).orElseThrow();
        bands.add(new Band(x, row.mean(), row.low(), row.high()));
      }
    }
    return bands;
  }

  /** A line at the level of the points that have all seeds. */
  private Line level(String method) {
    Summary row =
        along.stream()
            .flatMap(point -> rows(point, method).stream())
            .max(Comparator.comparingInt(Summary::seeds))
            .orElseThrow();
    double x = Points.number(along.get(0).get(axis)).orElseThrow();
    return new Line(method, List.of(new Band(x, row.mean(), row.low(), row.high())), true);
  }

  /** Whether drawing a level would leave less than about half the height for the lines. */
  private static boolean farFrom(List<Line> lines, Line level) {
    DoubleSummaryStatistics drawn =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .flatMapToDouble(point -> DoubleStream.of(point.low(), point.high()))
            .summaryStatistics();
    double span = drawn.getMax() - drawn.getMin();
    double y = level.points().get(0).y();
    return y < drawn.getMin() - 0.6 * span || y > drawn.getMax() + 0.6 * span;
  }

  private ChartData groups() {
    List<String> varying = methods().stream().filter(method -> !constant(method)).toList();
    List<String> barred =
        varying.isEmpty()
            ? methods().stream().filter(method -> !Names.isReference(method)).toList()
            : varying;
    List<ChartData.Group> groups = new ArrayList<>();
    for (Map<String, String> point : along) {
      List<Bar> bars =
          barred.stream()
              .flatMap(method -> rows(point, method).stream())
              .map(MethodComparison::bar)
              .toList();
      groups.add(new ChartData.Group(point.get(axis), bars));
    }
    List<Bar> levels =
        methods().stream()
            .filter(method -> !barred.contains(method))
            .flatMap(method -> rows(along.get(0), method).stream())
            .map(MethodComparison::bar)
            .toList();
    String caption =
        Captions.means("Bars", "whiskers")
            + Captions.dashed(levels.stream().map(Bar::name).toList());
    return new ChartData.GroupedBars(
        title(), caption + held(), Names.settingWithPath(axis), yLabel(), groups, levels);
  }

  private String title() {
    String words = Names.setting(axis);
    String title =
        Names.metric(metric)
            + " over "
            + (words.equals(axis)
                ? axis
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1));
    return points.datasets().size() > 1 ? title + ", " + dataset : title;
  }

  private String yLabel() {
    return MethodComparison.metricLabel(metric, points.at(dataset, along.get(0)));
  }

  /** The settings that the points share, and the points that lack seeds. */
  private String held() {
    List<Summary> rows =
        along.stream()
            .flatMap(point -> points.at(dataset, point).stream())
            .filter(row -> row.metric().equals(metric))
            .toList();
    return Captions.settings("Held fixed", Points.without(along.get(0), axis))
        + Captions.missingSeeds(axis, rows);
  }

  private List<String> methods() {
    return points.methods().stream()
        .filter(method -> options.ceilings() || !Names.isReference(method))
        .filter(method -> along.stream().anyMatch(point -> !rows(point, method).isEmpty()))
        .toList();
  }

  private List<Summary> rows(Map<String, String> point, String method) {
    return points.at(dataset, point).stream()
        .filter(row -> row.metric().equals(metric) && row.method().equals(method))
        .toList();
  }

  /** Whether a method is the same at all points; those that lack a failed seed cannot tell. */
  private boolean constant(String method) {
    List<Summary> all = along.stream().flatMap(point -> rows(point, method).stream()).toList();
    int seeds = all.stream().mapToInt(Summary::seeds).max().orElse(0);
    return all.size() == along.size()
        && all.stream()
                .filter(row -> row.seeds() == seeds)
                .mapToDouble(Summary::mean)
                .distinct()
                .count()
            == 1;
  }
}
