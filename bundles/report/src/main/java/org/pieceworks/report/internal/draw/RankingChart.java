package org.pieceworks.report.internal.draw;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Place;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.report.words.Amounts;

/** Bars of quality, best on top, and beside them bars of what each costs. */
final class RankingChart {

  private static final int ROW = 34;
  private static final int FRAME = 140;
  private static final int QUALITY_WEIGHT = 5;
  private static final int COST_WEIGHT = 3;
  private static final Color PALE = new Color(0xB4, 0xBC, 0xC4);

  private RankingChart() {}

  static Drawing draw(ChartData.Ranking data, MethodStyles styles) {
    CategoryAxis categories = new CategoryAxis();
    Theme.style(categories, styles.look());
    categories.setCategoryMargin(0.3);
    categories.setLowerMargin(0.03);
    categories.setUpperMargin(0.03);
    categories.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    categories.setMaximumCategoryLabelWidthRatio(0.9f);
    categories.setTickMarksVisible(false);
    CombinedDomainCategoryPlot all = new CombinedDomainCategoryPlot(categories);
    all.setGap(14);
    CategoryPlot quality = quality(data, styles);
    LegendItemCollection legend = BarsChart.levels(quality, data.levels(), styles);
    all.add(quality, QUALITY_WEIGHT);
    for (int cost = 0; cost < data.costs().size(); cost++) {
      int which = cost;
      if (data.places().stream().anyMatch(place -> place.costs().get(which) > 0)) {
        all.add(cost(data, cost, styles.look()), COST_WEIGHT);
      }
    }
    all.setOrientation(PlotOrientation.HORIZONTAL);
    JFreeChart chart = Theme.chart(data.title(), all, styles.look());
    if (legend.getItemCount() > 0) {
      Theme.legend(chart, legend, styles.look());
    }
    return new Drawing(chart, Theme.WIDTH, FRAME + ROW * data.places().size());
  }

  private static CategoryPlot quality(ChartData.Ranking data, MethodStyles styles) {
    List<Bar> bars =
        data.places().stream()
            .map(Place::quality)
            .map(bar -> new Bar(data.method(), bar.value(), bar.low(), bar.high()))
            .toList();
    double high =
        Stream.concat(bars.stream(), data.levels().stream())
            .mapToDouble(bar -> Math.max(bar.value(), bar.high()))
            .max()
            .orElse(1);
    ValueAxis values =
        Theme.valueAxis(data.valueLabel(), 0, Math.max(high, 1e-6) * 1.2, styles.look());
    WhiskerBarRenderer renderer =
        new WhiskerBarRenderer(
            (row, column) -> bars.get(column),
            styles,
            bar -> Amounts.of(bar.value(), ChartData.Unit.NUMBER),
            true);
    renderer.setMaximumBarWidth(0.5);
    List<Double> numbers = bars.stream().map(Bar::value).toList();
    return plot(dataset(data, numbers), values, renderer, styles.look());
  }

  private static CategoryPlot cost(ChartData.Ranking data, int which, ChartLook look) {
    ChartData.CostName name = data.costs().get(which);
    List<Bar> bars = new ArrayList<>();
    for (Place place : data.places()) {
      double cost = place.costs().get(which);
      bars.add(new Bar("", cost, cost, cost));
    }
    LogAxis values = BarsChart.logarithmic(name.label(), name.unit(), bars, look);
    // The amounts stand to the right of all bars, so that the axis needs no numbers.
    double span = Math.log10(values.getUpperBound() / values.getLowerBound());
    values.setRange(values.getLowerBound(), values.getUpperBound() * Math.pow(10, 0.45 * span));
    values.setTickLabelsVisible(false);
    WhiskerBarRenderer renderer = new CostRenderer(bars, name.unit(), look);
    renderer.setBase(values.getLowerBound());
    renderer.setMaximumBarWidth(0.5);
    List<Double> shown =
        bars.stream().map(bar -> Math.max(bar.value(), values.getLowerBound())).toList();
    return plot(dataset(data, shown), values, renderer, look);
  }

  private static final class CostRenderer extends WhiskerBarRenderer {

    private static final long serialVersionUID = 1L;

    CostRenderer(List<Bar> bars, ChartData.Unit unit, ChartLook look) {
      super(
          (row, column) -> bars.get(column),
          new MethodStyles(List.of(), look),
          bar -> bar.value() > 0 ? Amounts.of(bar.value(), unit) : "none",
          true);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      return PALE;
    }
  }

  private static DefaultCategoryDataset dataset(ChartData.Ranking data, List<Double> numbers) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < numbers.size(); i++) {
      dataset.addValue(numbers.get(i), "value", data.places().get(i).quality().name());
    }
    return dataset;
  }

  private static CategoryPlot plot(
      DefaultCategoryDataset dataset,
      ValueAxis values,
      WhiskerBarRenderer renderer,
      ChartLook look) {
    CategoryPlot plot = new CategoryPlot(dataset, null, values, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setBackgroundPaint(look.ground());
    plot.setRangeGridlinePaint(look.grid());
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    return plot;
  }
}
