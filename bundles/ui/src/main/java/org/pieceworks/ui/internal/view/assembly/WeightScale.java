package org.pieceworks.ui.internal.view.assembly;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.util.Locale;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.pieceworks.ui.component.Pixels;

/** What the colours of a map mean, from nothing to the greatest weight. */
final class WeightScale extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;
  private static final int LONGEST = Pixels.scaled(180);

  private float most;

  /** Shows the colours up to a weight. */
  void show(float greatest) {
    most = greatest;
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    Insets insets = getInsets();
    int height = getFontMetrics(UIManager.getFont("small.font")).getHeight();
    return new Dimension(LONGEST, height + insets.top + insets.bottom);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    if (most <= 0) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setFont(UIManager.getFont("small.font"));
      FontMetrics metrics = g.getFontMetrics();
      Insets insets = getInsets();
      String end = String.format(Locale.ROOT, "%.2f", most);
      int x = insets.left + metrics.stringWidth("0") + GAP;
      int last = getWidth() - insets.right - metrics.stringWidth(end) - GAP;
      int width = Math.min(LONGEST, last - x);
      for (int i = 0; i < width; i++) {
        g.setColor(WeightColours.of((double) i / width));
        g.fillRect(x + i, insets.top, 1, metrics.getAscent());
      }
      g.setColor(UIManager.getColor("Label.foreground"));
      int base = insets.top + metrics.getAscent();
      g.drawString("0", insets.left, base);
      g.drawString(end, x + Math.max(0, width) + GAP, base);
    } finally {
      g.dispose();
    }
  }
}
