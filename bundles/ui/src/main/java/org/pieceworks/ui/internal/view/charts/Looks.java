package org.pieceworks.ui.internal.view.charts;

import java.awt.Color;
import javax.swing.UIManager;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.ui.internal.component.Colours;

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
        : new ChartLook(
            plain(ground),
            plain(ink),
            Colours.mix(ground, ink, AXIS),
            Colours.mix(ground, ink, GRID));
  }

  private static Color plain(Color color) {
    return new Color(color.getRGB());
  }
}
