package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.report.words.Names;

/** What serving one target user costs under each method, in computation and in storage. */
@Component(service = ChartType.class)
public final class CostChart implements ChartType<NoOptions> {

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public String summary() {
    return "Computation time and stored bytes per target user for each method, logarithmic.";
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
      List<CostRow> rows = atBase(results, points, dataset);
      String whose = points.datasets().size() > 1 ? ", " + dataset : "";
      add(
          charts,
          "Computation per target user" + whose,
          "Wall-clock time of training and assembling per target user",
          Unit.SECONDS,
          rows,
          row -> row.trainSecondsPerUser() + row.assembleSecondsPerUser());
      add(
          charts,
          "Storage per target user" + whose,
          "Bytes that must be kept per target user",
          Unit.BYTES,
          rows,
          CostRow::bytesPerUser);
    }
    return charts;
  }

  /** The costs at a data set's base point, ceilings left out: nobody computes them. */
  public static List<CostRow> atBase(ResultTable results, Points points, String dataset) {
    Map<String, String> base = points.base(dataset);
    return results.costs().stream()
        .filter(row -> points.complete(row.settings()).equals(base))
        .filter(row -> !Names.isReference(row.method()))
        .toList();
  }

  private static void add(
      List<ChartData> charts,
      String title,
      String what,
      Unit unit,
      List<CostRow> rows,
      ToDoubleFunction<CostRow> value) {
    if (rows.stream().anyMatch(row -> value.applyAsDouble(row) > 0)) {
      List<Bar> bars =
          rows.stream()
              .map(
                  row -> {
                    double cost = value.applyAsDouble(row);
                    return new Bar(row.method(), cost, cost, cost);
                  })
              .toList();
      String caption =
          what + ", on a logarithmic scale, at the base point; no bar where there is none.";
      charts.add(new ChartData.Bars(title, caption, what, unit, true, bars, List.of()));
    }
  }
}
