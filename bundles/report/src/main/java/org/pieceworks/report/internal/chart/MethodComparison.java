package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.report.words.Names;

/** All methods side by side at the base point, a chart for each metric. */
@Component(service = ChartType.class)
public final class MethodComparison implements ChartType<MethodComparisonOptions> {

  @Override
  public String name() {
    return "method-comparison";
  }

  @Override
  public String summary() {
    return "All methods at the base point as bars with confidence intervals.";
  }

  @Override
  public Class<MethodComparisonOptions> optionsType() {
    return MethodComparisonOptions.class;
  }

  @Override
  public List<ChartData> charts(ResultTable results, MethodComparisonOptions options) {
    Points points = new Points(results);
    List<ChartData> charts = new ArrayList<>();
    for (String dataset : points.datasets()) {
      Map<String, String> base = points.base(dataset);
      for (String metric : points.metrics(dataset)) {
        List<Summary> rows =
            points.at(dataset, base).stream().filter(row -> row.metric().equals(metric)).toList();
        if (!rows.isEmpty()
            && (options.metrics().isEmpty() || options.metrics().contains(metric))) {
          String title = Names.metric(metric) + " of the methods";
          charts.add(
              chart(points.datasets().size() > 1 ? title + ", " + dataset : title, base, rows));
        }
      }
    }
    return charts;
  }

  private static ChartData chart(String title, Map<String, String> base, List<Summary> rows) {
    List<Bar> levels = bars(rows, true);
    String caption =
        Captions.means("Bars", "whiskers")
            + Captions.dashed(levels.stream().map(Bar::name).toList())
            + Captions.settings("At the base point", base);
    return new ChartData.Bars(
        title,
        caption,
        metricLabel(rows.get(0).metric(), rows),
        ChartData.Unit.NUMBER,
        false,
        bars(rows, false),
        levels);
  }

  private static List<Bar> bars(List<Summary> rows, boolean references) {
    return rows.stream()
        .filter(row -> Names.isReference(row.method()) == references)
        .map(MethodComparison::bar)
        .toList();
  }

  static Bar bar(Summary row) {
    return new Bar(row.method(), row.mean(), row.low(), row.high());
  }

  /** A metric as an axis names it: it says so where less is better. */
  static String metricLabel(String metric, List<Summary> rows) {
    boolean lower =
        rows.stream().anyMatch(row -> row.metric().equals(metric) && !row.higherIsBetter());
    return Names.metric(metric) + (lower ? " (lower is better)" : "");
  }
}
