package org.pieceworks.report.internal.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.pieceworks.report.chart.ChartLook;

/** The looks that all charts share: fonts, greys, spacing. Sizes are in points of 1/72 inch. */
final class Theme {

  /** The logical sans-serif font: DejaVu Sans on a bare Linux machine. */
  static final String FAMILY = "SansSerif";

  static final Font TITLE = new Font(FAMILY, Font.BOLD, 15);
  static final Font LABEL = new Font(FAMILY, Font.PLAIN, 13);
  static final Font TICK = new Font(FAMILY, Font.PLAIN, 12);
  static final Font SMALL = new Font(FAMILY, Font.PLAIN, 11);

  static final Stroke HAIRLINE = new BasicStroke(1f);
  static final Stroke WHISKER = new BasicStroke(1.4f);
  static final Stroke HALO = new BasicStroke(3.4f);

  static final int WIDTH = 720;

  private static final int MOST_TICKS = 8;

  static {
    // Texts on one line then stand on one base line, whether or not their letters descend.
    TextUtils.setUseFontMetricsGetStringBounds(true);
  }

  private Theme() {}

  /** A chart with its heading at the left. */
  static JFreeChart chart(String title, Plot plot, ChartLook look) {
    JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
    TextTitle heading = new TextTitle(title, TITLE);
    heading.setPaint(look.ink());
    heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
    heading.setTextAlignment(HorizontalAlignment.LEFT);
    heading.setPadding(new RectangleInsets(4, 4, 8, 4));
    chart.setTitle(heading);
    chart.setBackgroundPaint(look.ground());
    chart.setPadding(new RectangleInsets(6, 8, 6, 14));
    plot.setBackgroundPaint(look.ground());
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(2, 2, 2, 2));
    return chart;
  }

  /** Adds a legend below that wraps where it must. */
  static void legend(JFreeChart chart, LegendItemCollection items, ChartLook look) {
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setItemFont(TICK);
    legend.setItemPaint(look.ink());
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
    legend.setPadding(new RectangleInsets(6, 2, 2, 2));
    legend.setBackgroundPaint(look.ground());
    chart.addLegend(legend);
  }

  /** Fonts and greys of an axis. */
  static void style(Axis axis, ChartLook look) {
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(look.ink());
    axis.setTickLabelFont(TICK);
    axis.setTickLabelPaint(look.ink());
    axis.setAxisLinePaint(look.axis());
    axis.setTickMarkPaint(look.axis());
    axis.setLabelInsets(new RectangleInsets(5, 5, 5, 5));
  }

  /**
   * An axis of plain numbers with five to nine ticks at multiples of 1, 2 or 5 times a power of
   * ten, all written with the same decimals.
   */
  static NumberAxis valueAxis(String label, double from, double to, ChartLook look) {
    NumberAxis axis = new NumberAxis(label);
    style(axis, look);
    axis.setRange(from, to);
    double rough = (to - from) / MOST_TICKS;
    int power = (int) Math.floor(Math.log10(rough));
    double lead = rough / Math.pow(10, power);
    int factor = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
    int decimals = Math.max(0, factor == 10 ? -power - 1 : -power);
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
    format.setGroupingUsed(false);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    axis.setTickUnit(new NumberTickUnit(factor * Math.pow(10, power), format));
    return axis;
  }

  /** An axis with room at both ends; fractions stay within what fractions can be. */
  static NumberAxis roomyAxis(String label, double low, double high, ChartLook look) {
    double room = Math.max((high - low) * 0.06, 1e-3);
    double from = low >= 0 ? Math.max(0, low - room) : low - room;
    double to = high <= 1 ? Math.min(1.01, high + room) : high + room;
    return valueAxis(label, from, to, look);
  }
}
