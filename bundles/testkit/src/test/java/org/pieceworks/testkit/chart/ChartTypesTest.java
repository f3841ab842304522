package org.pieceworks.testkit.chart;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.report.internal.chart.AssemblyMap;
import org.pieceworks.report.internal.chart.AssemblyMapOptions;
import org.pieceworks.report.internal.chart.CostChart;
import org.pieceworks.report.internal.chart.MethodComparison;
import org.pieceworks.report.internal.chart.MethodComparisonOptions;
import org.pieceworks.report.internal.chart.QualityOverAxis;
import org.pieceworks.report.internal.chart.QualityOverAxisOptions;

/** Our own chart types. */
class ChartTypesTest {

  @Nested
  class AssemblyMapKeepsIt extends ChartTypeContract<AssemblyMapOptions> {

    @Override
    protected ChartType<AssemblyMapOptions> chart() {
      return new AssemblyMap();
    }

    @Override
    protected AssemblyMapOptions options() {
      return new AssemblyMapOptions(30);
    }
  }

  @Nested
  class CostChartKeepsIt extends ChartTypeContract<NoOptions> {

    @Override
    protected ChartType<NoOptions> chart() {
      return new CostChart();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class MethodComparisonKeepsIt extends ChartTypeContract<MethodComparisonOptions> {

    @Override
    protected ChartType<MethodComparisonOptions> chart() {
      return new MethodComparison();
    }

    @Override
    protected MethodComparisonOptions options() {
      return new MethodComparisonOptions(List.of());
    }
  }

  @Nested
  class QualityOverAxisKeepsIt extends ChartTypeContract<QualityOverAxisOptions> {

    @Override
    protected ChartType<QualityOverAxisOptions> chart() {
      return new QualityOverAxis();
    }

    @Override
    protected QualityOverAxisOptions options() {
      return new QualityOverAxisOptions(List.of(), List.of(), true);
    }
  }
}
