package org.pieceworks.report.internal.draw;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.report.words.Amounts;

/** Horizontal bars, so that names of any length are read without turning the head. */
final class BarsChart {

  private static final int ROW = 40;
  private static final int FRAME = 130;

  private BarsChart() {}

  static Drawing draw(ChartData.Bars data, MethodStyles styles) {
    List<Bar> bars = data.bars();
    ValueAxis values =
        data.logarithmic() ? logarithmic(data, styles.look()) : linear(data, styles.look());
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < bars.size(); i++) {
      double shown = Math.max(bars.get(i).value(), values.getLowerBound());
      dataset.addValue(shown, "value", label(bars, i, styles));
    }
    WhiskerBarRenderer renderer =
        new WhiskerBarRenderer(
            (row, column) -> bars.get(column),
            styles,
            bar -> bar.value() == 0 ? "none" : Amounts.of(bar.value(), data.unit()),
            !data.levels().isEmpty());
    renderer.setBase(values.getLowerBound());
    renderer.setMaximumBarWidth(0.5);

    CategoryAxis categories = new CategoryAxis();
    Theme.style(categories, styles.look());
    categories.setCategoryMargin(0.35);
    categories.setLowerMargin(0.04);
    categories.setUpperMargin(0.04);
    categories.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    categories.setMaximumCategoryLabelWidthRatio(0.9f);
    categories.setTickMarksVisible(false);

    CategoryPlot plot = new CategoryPlot(dataset, categories, values, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeGridlinePaint(styles.look().grid());
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    LegendItemCollection legend = levels(plot, data.levels(), styles);
    JFreeChart chart = Theme.chart(data.title(), plot, styles.look());
    if (legend.getItemCount() > 0) {
      Theme.legend(chart, legend, styles.look());
    }
    return new Drawing(chart, Theme.WIDTH, FRAME + ROW * bars.size());
  }

  /** Draws dashed levels into a plot and returns their legend. */
  static LegendItemCollection levels(CategoryPlot plot, List<Bar> levels, MethodStyles styles) {
    LegendItemCollection legend = new LegendItemCollection();
    for (Bar level : levels) {
      MethodStyle style = styles.of(level.name());
      ValueMarker marker = new ValueMarker(level.value(), style.color(), style.level());
      marker.setAlpha(1f);
      plot.addRangeMarker(marker, Layer.FOREGROUND);
      legend.add(LegendItems.level(style));
    }
    return legend;
  }

  /** Categories must differ, bars of the same name get invisible marks. */
  private static String label(List<Bar> bars, int i, MethodStyles styles) {
    long before =
        bars.subList(0, i).stream().filter(b -> b.name().equals(bars.get(i).name())).count();
    return styles.of(bars.get(i).name()).label() + "\u200b".repeat((int) before);
  }

  private static ValueAxis linear(ChartData.Bars data, ChartLook look) {
    double high =
        Stream.concat(data.bars().stream(), data.levels().stream())
            .mapToDouble(bar -> Math.max(bar.value(), bar.high()))
            .max()
            .orElse(1);
    return Theme.valueAxis(data.valueLabel(), 0, Math.max(high, 1e-6) * 1.14, look);
  }

  private static ValueAxis logarithmic(ChartData.Bars data, ChartLook look) {
    return logarithmic(data.valueLabel(), data.unit(), data.bars(), look);
  }

  /** A logarithmic axis that holds some bars. */
  static LogAxis logarithmic(String label, ChartData.Unit unit, List<Bar> bars, ChartLook look) {
    LogAxis axis = new LogAxis(label);
    Theme.style(axis, look);
    axis.setNumberFormatOverride(Amounts.format(unit));
    double[] positive = bars.stream().mapToDouble(Bar::value).filter(v -> v > 0).toArray();
    double least = Arrays.stream(positive).min().orElse(1);
    double most = Arrays.stream(positive).max().orElse(10);
    double first = Math.floor(Math.log10(least) - 0.3);
    double last = Math.log10(most);
    axis.setRange(
        Math.pow(10, first) * 0.999,
        Math.pow(10, Math.max(first + 1, last + 0.16 * (last - first))));
    axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil((last - first) / 7))));
    return axis;
  }
}
