package org.pieceworks.report.internal.draw;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Group;
import org.pieceworks.report.chart.ChartLook;

/** A group of bars for each value of a setting that is not a number. */
final class GroupedBarsChart {

  private static final int HEIGHT = 440;
  private static final int LONG_LABELS = 64;
  private static final int FRAME = 150;
  private static final int BAR = 13;
  private static final int GAP = 16;
  private static final int LINES = 48;

  private GroupedBarsChart() {}

  static Drawing draw(ChartData.GroupedBars data, MethodStyles styles) {
    Set<String> names = new LinkedHashSet<>();
    data.groups().forEach(group -> group.bars().forEach(bar -> names.add(bar.name())));
    List<String> methods = List.copyOf(names);
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    Bar[][] bars = new Bar[methods.size()][data.groups().size()];
    double high = 0;
    for (int column = 0; column < data.groups().size(); column++) {
      Group group = data.groups().get(column);
      for (int row = 0; row < methods.size(); row++) {
        String method = methods.get(row);
        Bar bar =
            group.bars().stream().filter(b -> b.name().equals(method)).findFirst().orElse(null);
        bars[row][column] = bar == null ? new Bar(method, 0, 0, 0) : bar;
        dataset.addValue(bar == null ? null : bar.value(), method, group.name());
        high = Math.max(high, bar == null ? 0 : Math.max(bar.value(), bar.high()));
      }
    }
    WhiskerBarRenderer renderer =
        new WhiskerBarRenderer((row, column) -> bars[row][column], styles, null, false);
    renderer.setItemMargin(0.06);
    renderer.setMaximumBarWidth(0.09);

    for (Bar level : data.levels()) {
      high = Math.max(high, level.value());
    }
    NumberAxis values =
        Theme.valueAxis(data.yLabel(), 0, Math.max(high, 1e-6) * 1.06, styles.look());
    CategoryPlot plot =
        new CategoryPlot(dataset, categories(data, styles.look()), values, renderer);
    plot.setRangeGridlinePaint(styles.look().grid());
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    boolean lying = lying(data);
    if (lying) {
      plot.setOrientation(PlotOrientation.HORIZONTAL);
      plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
      renderer.setMaximumBarWidth(1);
    }

    LegendItemCollection legend = new LegendItemCollection();
    methods.forEach(method -> legend.add(LegendItems.bar(styles.of(method))));
    legend.addAll(BarsChart.levels(plot, data.levels(), styles));
    JFreeChart chart = Theme.chart(data.title(), plot, styles.look());
    Theme.legend(chart, legend, styles.look());
    int group = Math.max(LINES, BAR * methods.size()) + GAP;
    return new Drawing(chart, Theme.WIDTH, lying ? FRAME + group * data.groups().size() : HEIGHT);
  }

  private static CategoryAxis categories(ChartData.GroupedBars data, ChartLook look) {
    CategoryAxis axis = new CategoryAxis(data.xLabel());
    Theme.style(axis, look);
    axis.setCategoryMargin(0.25);
    axis.setMaximumCategoryLabelLines(3);
    axis.setTickMarksVisible(false);
    if (lying(data)) {
      axis.setMaximumCategoryLabelWidthRatio(0.35f);
      axis.setLowerMargin(0.02);
      axis.setUpperMargin(0.02);
    }
    return axis;
  }

  /** Whether the names are too long to stand below each other's neighbours. */
  private static boolean lying(ChartData.GroupedBars data) {
    int longest = data.groups().stream().mapToInt(group -> group.name().length()).max().orElse(0);
    return longest * data.groups().size() > LONG_LABELS;
  }
}
