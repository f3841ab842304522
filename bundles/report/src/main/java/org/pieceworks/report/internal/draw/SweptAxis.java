package org.pieceworks.report.internal.draw;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.pieceworks.report.chart.ChartLook;

/** An axis with a tick at each value that was swept; labels that would touch are left out. */
final class SweptAxis extends NumberAxis {

  private static final double GAP = 8;

  private final transient SweptScale scale;

  SweptAxis(String label, SweptScale scale, ChartLook look) {
    super(scale.logarithmic() ? label + ", log scale" : label);
    this.scale = scale;
    Theme.style(this, look);
    double first = scale.position(scale.values()[0]);
    double last = scale.position(scale.values()[scale.values().length - 1]);
    double room = Math.max((last - first) * 0.04, 1e-9);
    setRange(first - room, last + room);
  }

  @Override
  protected List<NumberTick> refreshTicksHorizontal(
      Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
    g2.setFont(getTickLabelFont());
    FontMetrics metrics = g2.getFontMetrics();
    List<NumberTick> ticks = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (double value : scale.values()) {
      if (!getRange().contains(scale.position(value))) {
        continue;
      }
      String label = SweptScale.label(value);
      double center = valueToJava2D(scale.position(value), dataArea, edge);
      double half = metrics.stringWidth(label) / 2.0;
      boolean fits = center - half >= free;
      if (fits) {
        free = center + half + GAP;
      }
      ticks.add(
          new NumberTick(
              TickType.MAJOR,
              scale.position(value),
              fits ? label : "",
              TextAnchor.TOP_CENTER,
              TextAnchor.CENTER,
              0));
    }
    return ticks;
  }
}
