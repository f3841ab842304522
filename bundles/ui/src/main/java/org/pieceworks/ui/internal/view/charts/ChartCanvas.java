package org.pieceworks.ui.internal.view.charts;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.pieceworks.ui.component.Pixels;

/** A chart that fills its place, with words for what the mouse stands on; dragging zooms in. */
final class ChartCanvas extends ChartPanel {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 10_000;
  private static final int USUAL = 100;
  private static final int TIP_FOR_MS = 20_000;

  private final transient Runnable whole;

  /**
   * Shows a chart.
   *
   * @param whole draws the chart anew, since its axes do not know where they began
   */
  ChartCanvas(JFreeChart chart, Runnable whole) {
    super(chart, 1, 1, 1, 1, LARGEST, LARGEST, true, false, false, false, false, false, true);
    this.whole = whole;
    setName("charts-canvas");
    setMouseWheelEnabled(true);
    setInitialDelay(0);
    setDismissDelay(TIP_FOR_MS);
    setFocusable(true);
  }

  /** Drawn for the usual size and scaled, letters and lines alike. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    setMaximumDrawWidth(Math.max(1, width * USUAL / Pixels.scaled(USUAL)));
    setMaximumDrawHeight(Math.max(1, height * USUAL / Pixels.scaled(USUAL)));
  }

  @Override
  public void zoom(Rectangle2D selection) {
    super.zoom(selection);
    finerTicks(getChart().getPlot());
  }

  @Override
  public void restoreAutoBounds() {
    whole.run();
  }

  /** The ticks were chosen for the whole range. */
  private static void finerTicks(Plot plot) {
    if (plot instanceof XYPlot xy) {
      finerTicks(xy.getRangeAxis());
    } else if (plot instanceof CategoryPlot category) {
      finerTicks(category.getRangeAxis());
    }
  }

  private static void finerTicks(ValueAxis axis) {
    if (axis instanceof NumberAxis number && !(axis instanceof SymbolAxis)) {
      number.setAutoTickUnitSelection(true);
    }
  }
}
