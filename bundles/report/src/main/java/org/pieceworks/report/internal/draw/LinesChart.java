package org.pieceworks.report.internal.draw;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.Line;

/** Lines with translucent bands, and dashed levels. */
final class LinesChart {

  private static final float BAND_ALPHA = 0.16f;
  private static final int HEIGHT = 460;

  private LinesChart() {}

  static Drawing draw(ChartData.Lines data, MethodStyles styles) {
    double[] values =
        data.lines().stream()
            .filter(line -> !line.flat() || data.lines().stream().allMatch(Line::flat))
            .flatMap(line -> line.points().stream())
            .mapToDouble(Band::x)
            .toArray();
    SweptScale scale = SweptScale.of(values);
    SweptAxis domain = new SweptAxis(data.xLabel(), scale, styles.look());
    YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    DeviationRenderer bandRenderer = new DeviationRenderer(true, true);
    bandRenderer.setAlpha(BAND_ALPHA);
    bandRenderer.setDrawOutlines(true);
    bandRenderer.setUseOutlinePaint(true);
    bandRenderer.setDefaultOutlinePaint(styles.look().ground());
    bandRenderer.setDefaultOutlineStroke(Theme.HAIRLINE);
    XYSeriesCollection levels = new XYSeriesCollection();
    XYLineAndShapeRenderer levelRenderer = new XYLineAndShapeRenderer(true, false);
    LegendItemCollection legend = new LegendItemCollection();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : data.lines()) {
      MethodStyle style = styles.of(line.name());
      legend.add(line.flat() ? LegendItems.level(style) : LegendItems.line(style));
      if (line.flat()) {
        levelRenderer.setSeriesPaint(levels.getSeriesCount(), style.color());
        levelRenderer.setSeriesStroke(levels.getSeriesCount(), style.level());
        levels.addSeries(level(line, domain));
        low = Math.min(low, line.points().get(0).y());
        high = Math.max(high, line.points().get(0).y());
      } else {
        int series = bands.getSeriesCount();
        bandRenderer.setSeriesPaint(series, style.color());
        bandRenderer.setSeriesFillPaint(series, style.color());
        bandRenderer.setSeriesStroke(series, style.line());
        bandRenderer.setSeriesShape(series, style.marker());
        bands.addSeries(band(line, scale));
        for (Band point : line.points()) {
          low = Math.min(low, Math.min(point.y(), point.low()));
          high = Math.max(high, Math.max(point.y(), point.high()));
        }
      }
    }
    bandRenderer.setDefaultToolTipGenerator(
        (dataset, series, item) -> Tips.point(data, styles, false, series, item));
    levelRenderer.setDefaultToolTipGenerator(
        (dataset, series, item) -> Tips.point(data, styles, true, series, 0));
    NumberAxis range = Theme.roomyAxis(data.yLabel(), low, high, styles.look());
    XYPlot plot = new XYPlot(bands, domain, range, bandRenderer);
    plot.setDataset(1, levels);
    plot.setRenderer(1, levelRenderer);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setRangeGridlinePaint(styles.look().grid());
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    plot.setDomainGridlinesVisible(false);
    JFreeChart chart = Theme.chart(data.title(), plot, styles.look());
    Theme.legend(chart, legend, styles.look());
    return new Drawing(chart, Theme.WIDTH, HEIGHT);
  }

  private static YIntervalSeries band(Line line, SweptScale scale) {
    YIntervalSeries series = new YIntervalSeries(line.name());
    for (Band point : line.points()) {
      series.add(scale.position(point.x()), point.y(), point.low(), point.high());
    }
    return series;
  }

  private static XYSeries level(Line line, NumberAxis domain) {
    XYSeries series = new XYSeries(line.name());
    series.add(domain.getLowerBound(), line.points().get(0).y());
    series.add(domain.getUpperBound(), line.points().get(0).y());
    return series;
  }
}
