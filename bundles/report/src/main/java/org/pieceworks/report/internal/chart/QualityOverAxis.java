package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;

/** Every metric over every swept setting: lines over numbers, grouped bars over anything else. */
@Component(service = ChartType.class)
public final class QualityOverAxis implements ChartType<QualityOverAxisOptions> {

  @Override
  public String name() {
    return "quality-over-axis";
  }

  @Override
  public String summary() {
    return "Every metric over every swept setting, a line with its confidence band for each method.";
  }

  @Override
  public Class<QualityOverAxisOptions> optionsType() {
    return QualityOverAxisOptions.class;
  }

  @Override
  public List<ChartData> charts(ResultTable results, QualityOverAxisOptions options) {
    Points points = new Points(results);
    List<ChartData> charts = new ArrayList<>();
    for (String dataset : points.datasets()) {
      for (String axis : results.axes().keySet()) {
        List<Map<String, String>> along = points.along(dataset, axis);
        if (along.size() < 2 || !(options.axes().isEmpty() || options.axes().contains(axis))) {
          continue;
        }
        for (String metric : points.metrics(dataset)) {
          QualityPanel panel = new QualityPanel(points, dataset, axis, metric, along, options);
          boolean wanted = options.metrics().isEmpty() || options.metrics().contains(metric);
          if (wanted && !panel.isRanking()) {
            charts.add(panel.chart());
          }
        }
      }
    }
    return charts;
  }
}
