package org.pieceworks.report.internal.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import org.pieceworks.report.chart.ChartLook;

/**
 * How a method looks in every chart.
 *
 * @param label in words
 * @param line the stroke of its line, dashed for ceilings
 */
record MethodStyle(String label, Color color, Shape marker, BasicStroke line) {

  /** The stroke of a level that does not depend on the axis. */
  BasicStroke level() {
    return line.getDashArray() != null
        ? line
        : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
  }

  /** The same on some ground. */
  MethodStyle on(ChartLook look) {
    return new MethodStyle(label, look.readable(color), marker, line);
  }

  static final float[] DASHES = {7f, 4f};
}
