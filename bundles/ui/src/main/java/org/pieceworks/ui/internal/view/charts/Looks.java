package org.pieceworks.ui.internal.view.charts;

import java.awt.Color;
import javax.swing.UIManager;
import org.pieceworks.report.chart.ChartLook;

/** The colours of the window for charts. */
final class Looks {

  private static final double AXIS = 0.55;
  private static final double GRID = 0.15;

  private Looks() {}

  /** As the window looks now. */
  static ChartLook current() {
    Color ground = UIManager.getColor("Table.background");
    Color ink = UIManager.getColor("Table.foreground");
    return ground == null || ink == null
        ? ChartLook.PRINT
        : new ChartLook(plain(ground), plain(ink), mix(ground, ink, AXIS), mix(ground, ink, GRID));
  }

  private static Color plain(Color color) {
    return new Color(color.getRGB());
  }

  private static Color mix(Color from, Color to, double part) {
    return new Color(
        mix(from.getRed(), to.getRed(), part),
        mix(from.getGreen(), to.getGreen(), part),
        mix(from.getBlue(), to.getBlue(), part));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
