package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.CostName;
import org.pieceworks.api.chart.ChartData.Place;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.report.words.Names;

/**
 * The values of a swept setting that is not a number, such as gates or PEFT types, ordered by how
 * well a method does with each, the cost of each beside it.
 */
@Component(service = ChartType.class)
public final class StrategyRanking implements ChartType<NoOptions> {

  private static final List<CostName> COSTS =
      List.of(
          new CostName("Time per target user", Unit.SECONDS),
          new CostName("Kept per target user", Unit.BYTES));
  private static final List<ToDoubleFunction<CostRow>> AMOUNTS =
      List.of(
          row -> row.trainSecondsPerUser() + row.assembleSecondsPerUser(), CostRow::bytesPerUser);

  @Override
  public String name() {
    return "strategy-ranking";
  }

  @Override
  public String summary() {
    return "What may take one place, such as gates, ordered by quality, with the cost of each.";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<ChartData> charts(ResultTable results, NoOptions options) {
    Points points = new Points(results);
    List<ChartData> charts = new ArrayList<>();
    for (String dataset : points.datasets()) {
      for (String axis : results.axes().keySet()) {
        List<Map<String, String>> along = points.along(dataset, axis);
        if (along.size() < 2 || Points.numeric(along, axis)) {
          continue;
        }
        Panel panel = new Panel(results, points, dataset, axis, along);
        for (String metric : points.metrics(dataset)) {
          panel.varying(metric).forEach(method -> charts.add(panel.chart(metric, method)));
        }
      }
    }
    return charts;
  }

  /** One setting of one data set. */
  private record Panel(
      ResultTable results,
      Points points,
      String dataset,
      String axis,
      List<Map<String, String>> along) {

    /** The methods to which the setting matters. */
    List<String> varying(String metric) {
      return points.methods().stream()
          .filter(method -> !Names.isReference(method))
          .filter(method -> means(metric, method).distinct().count() > 1)
          .toList();
    }

    private DoubleStream means(String metric, String method) {
      return along.stream()
          .flatMap(p -> row(p, metric, method).stream())
          .mapToDouble(Summary::mean);
    }

    ChartData chart(String metric, String method) {
      List<Summary> all =
          along.stream().flatMap(point -> row(point, metric, method).stream()).toList();
      boolean higher = all.get(0).higherIsBetter();
      Comparator<Place> byQuality = Comparator.comparingDouble(place -> place.quality().value());
      List<Place> places =
          along.stream()
              .flatMap(point -> row(point, metric, method).stream().map(s -> place(point, s)))
              .sorted(higher ? byQuality.reversed() : byQuality)
              .toList();
      List<Bar> levels = levels(metric);
      String caption =
          Captions.means("Bars", "whiskers")
              + " Best first; to the right what serving one target user costs with each, on a"
              + " logarithmic scale."
              + Captions.dashed(levels.stream().map(Bar::name).toList())
              + Captions.settings("Held fixed", Points.without(along.get(0), axis))
              + Captions.missingSeeds(axis, all);
      return new ChartData.Ranking(
          title(metric, method),
          caption,
          MethodComparison.metricLabel(metric, all),
          method,
          places,
          COSTS,
          levels);
    }

    private Place place(Map<String, String> point, Summary row) {
      Optional<CostRow> cost =
          results.costs().stream()
              .filter(c -> c.method().equals(row.method()))
              .filter(c -> points.complete(c.settings()).equals(point))
              .findFirst();
      List<Double> costs =
          AMOUNTS.stream().map(a -> cost.map(a::applyAsDouble).orElse(Double.NaN)).toList();
      return new Place(new Bar(point.get(axis), row.mean(), row.low(), row.high()), costs);
    }

    /** What does not depend on the setting. */
    private List<Bar> levels(String metric) {
      List<String> varying = varying(metric);
      return points.methods().stream()
          .filter(method -> !varying.contains(method))
          .flatMap(method -> row(along.get(0), metric, method).stream())
          .map(MethodComparison::bar)
          .toList();
    }

    private String title(String metric, String method) {
      String setting = Names.setting(axis);
      String words =
          setting.equals(axis)
              ? axis
              : setting.substring(0, 1).toLowerCase(Locale.ROOT) + setting.substring(1);
      String title = Names.metric(metric) + " of " + Names.method(method) + " by " + words;
      return points.datasets().size() > 1 ? title + ", " + dataset : title;
    }

    private Optional<Summary> row(Map<String, String> point, String metric, String method) {
      return points.at(dataset, point).stream()
          .filter(row -> row.metric().equals(metric) && row.method().equals(method))
          .findFirst();
    }
  }
}
