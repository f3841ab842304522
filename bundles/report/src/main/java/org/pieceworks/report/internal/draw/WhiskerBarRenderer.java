package org.pieceworks.report.internal.draw;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.pieceworks.api.chart.ChartData.Bar;

/** Flat bars, each with a whisker from low to high and, where asked for, its value as text. */
class WhiskerBarRenderer extends BarRenderer {

  private static final double CAP = 4;

  /** What stands behind the dataset's item. */
  interface Bars {
    Bar at(int row, int column);
  }

  private final transient Bars bars;
  private final transient MethodStyles styles;
  private final transient Function<Bar, String> text;
  private final boolean edge;

  /**
   * Draws the bars of a dataset.
   *
   * @param text what is written beside a horizontal bar, null for nothing
   * @param edge whether the texts stand below each other at the right edge instead of at the bars'
   *     ends, where levels would cross them
   */
  WhiskerBarRenderer(Bars bars, MethodStyles styles, Function<Bar, String> text, boolean edge) {
    this.bars = bars;
    this.styles = styles;
    this.text = text;
    this.edge = edge;
    setBarPainter(new StandardBarPainter());
    setShadowVisible(false);
    setDrawBarOutline(false);
    setDefaultToolTipGenerator(
        (dataset, row, column) ->
            Tips.bar(dataset.getColumnKey(column).toString(), bars.at(row, column), styles, text));
  }

  @Override
  public Paint getItemPaint(int row, int column) {
    return styles.of(bars.at(row, column).name()).color();
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis domainAxis,
      ValueAxis rangeAxis,
      CategoryDataset dataset,
      int row,
      int column,
      int pass) {
    if (dataset.getValue(row, column) == null) {
      return;
    }
    super.drawItem(g2, state, area, plot, domainAxis, rangeAxis, dataset, row, column, pass);
    Bar bar = bars.at(row, column);
    double middle = middle(plot, area, domainAxis, state, row, column);
    RectangleEdge side = plot.getRangeAxisEdge();
    double low = rangeAxis.valueToJava2D(bar.low(), area, side);
    double high = rangeAxis.valueToJava2D(bar.high(), area, side);
    boolean horizontal = plot.getOrientation() == PlotOrientation.HORIZONTAL;
    if (bar.high() > bar.low()) {
      double cap = Math.min(CAP, 0.3 * state.getBarWidth());
      Path2D whisker = new Path2D.Double();
      line(whisker, horizontal, low, middle, high, middle);
      line(whisker, horizontal, low, middle - cap, low, middle + cap);
      line(whisker, horizontal, high, middle - cap, high, middle + cap);
      g2.setPaint(styles.look().ground());
      g2.setStroke(Theme.HALO);
      g2.draw(whisker);
      g2.setPaint(styles.look().ink());
      g2.setStroke(Theme.WHISKER);
      g2.draw(whisker);
    }
    if (text != null) {
      g2.setPaint(styles.look().ink());
      g2.setFont(Theme.TICK);
      double end = this.edge ? area.getMaxX() - 4 : Math.max(high, area.getMinX()) + 7;
      TextUtils.drawAlignedString(
          text.apply(bar),
          g2,
          (float) end,
          (float) middle,
          this.edge ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    }
  }

  /** Where the middle of a bar lies across its direction. */
  private double middle(
      CategoryPlot plot,
      Rectangle2D area,
      CategoryAxis axis,
      CategoryItemRendererState state,
      int row,
      int column) {
    double start =
        calculateBarW0(
            plot,
            plot.getOrientation(),
            area,
            axis,
            state,
            state.getVisibleSeriesIndex(row) < 0 ? row : state.getVisibleSeriesIndex(row),
            column);
    return start + state.getBarWidth() / 2;
  }

  private static void line(
      Path2D path, boolean horizontal, double v1, double m1, double v2, double m2) {
    path.moveTo(horizontal ? v1 : m1, horizontal ? m1 : v1);
    path.lineTo(horizontal ? v2 : m2, horizontal ? m2 : v2);
  }
}
