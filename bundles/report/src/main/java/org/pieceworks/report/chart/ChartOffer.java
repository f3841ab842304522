package org.pieceworks.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.report.internal.chart.Points;

/**
 * A chart that may be shown of a run, and what it is about.
 *
 * @param dataset empty where the chart type's charts are not about one
 * @param metric empty where they are not about one
 * @param axis the path of the swept setting; empty where they are not about one
 */
public record ChartOffer(String dataset, String metric, String axis, ChartData data) {

  /**
   * All charts of a type. What they are about is found by asking for charts of a part of the
   * results: charts whose titles differ with the metric are about metrics.
   *
   * @param charts what a chart type makes of results
   */
  public static List<ChartOffer> of(
      Function<ResultTable, List<ChartData>> charts, ResultTable results) {
    List<ChartOffer> offers = new ArrayList<>();
    List<String> datasets = names(results, ResultTable.Summary::dataset);
    parts(charts, results, datasets, name -> only(results, row -> row.dataset().equals(name)))
        .forEach((dataset, part) -> ofOne(charts, part, dataset, offers));
    return offers;
  }

  private static void ofOne(
      Function<ResultTable, List<ChartData>> charts,
      ResultTable results,
      String dataset,
      List<ChartOffer> offers) {
    List<String> metrics = names(results, ResultTable.Summary::metric);
    List<String> axes = List.copyOf(results.axes().keySet());
    parts(charts, results, metrics, name -> only(results, row -> row.metric().equals(name)))
        .forEach(
            (metric, rows) ->
                parts(charts, rows, axes, axis -> along(rows, axis))
                    .forEach(
                        (axis, points) ->
                            charts
                                .apply(points)
                                .forEach(
                                    data ->
                                        offers.add(new ChartOffer(dataset, metric, axis, data)))));
  }

  private static List<String> names(
      ResultTable results, Function<ResultTable.Summary, String> name) {
    return results.summaries().stream().map(name).distinct().toList();
  }

  /** Parts by name where they give other charts than the whole, else the whole without a name. */
  private static Map<String, ResultTable> parts(
      Function<ResultTable, List<ChartData>> charts,
      ResultTable whole,
      List<String> names,
      Function<String, ResultTable> part) {
    List<String> titles = titles(charts, whole);
    Map<String, ResultTable> parts = new LinkedHashMap<>();
    boolean same = true;
    for (String name : names) {
      ResultTable one = part.apply(name);
      if (!one.summaries().isEmpty()) {
        parts.put(name, one);
        same &= titles(charts, one).equals(titles);
      }
    }
    return same ? Map.of("", whole) : parts;
  }

  private static List<String> titles(
      Function<ResultTable, List<ChartData>> charts, ResultTable results) {
    return charts.apply(results).stream().map(ChartData::title).toList();
  }

  /** The points over one setting that share all others. */
  private static ResultTable along(ResultTable all, String axis) {
    Points points = new Points(all);
    return only(
        all, row -> points.along(row.dataset(), axis).contains(points.complete(row.settings())));
  }

  private static ResultTable only(ResultTable all, Predicate<ResultTable.Summary> wanted) {
    List<ResultTable.Summary> rows = all.summaries().stream().filter(wanted).toList();
    return new ResultTable(all.axes(), rows, all.costs(), all.example(), all.base());
  }
}
