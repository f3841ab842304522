package org.pieceworks.ui.internal.view.users;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.pieceworks.ui.component.Pixels;

/** Rows of one or two bars each, the upper for all users, the lower for the selected one. */
final class Bars extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;
  private static final int LABEL = Pixels.scaled(150);
  private static final int VALUE = Pixels.scaled(64);

  private transient List<Bar> bars = List.of();
  private final String nothing;
  private String unit = "";

  /**
   * One row.
   *
   * @param all what all users have
   * @param own what the selected one has; NaN: no second bar
   */
  record Bar(String name, double all, double own) {}

  /**
   * Creates it empty.
   *
   * @param nothing what is said where there are no rows
   */
  Bars(String name, String title, String nothing) {
    this.nothing = nothing;
    setName(name);
    getAccessibleContext().setAccessibleName(title);
  }

  /**
   * Shows rows.
   *
   * @param sign after each number
   */
  void show(List<Bar> rows, String sign) {
    bars = List.copyOf(rows);
    unit = sign;
    StringBuilder words = new StringBuilder();
    rows.forEach(row -> words.append(row.name()).append(' ').append(row.all()).append("; "));
    getAccessibleContext().setAccessibleDescription(words.toString());
    revalidate();
    repaint();
  }

  private int rowHeight() {
    return getFontMetrics(UIManager.getFont("Label.font")).getHeight() + GAP;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(LABEL + VALUE + 100, bars.size() * rowHeight() + GAP);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(UIManager.getColor("Table.background"));
      g.fillRect(0, 0, getWidth(), getHeight());
      g.setFont(UIManager.getFont("Label.font"));
      if (bars.isEmpty()) {
        g.setColor(UIManager.getColor("Label.disabledForeground"));
        g.drawString(nothing, 2 * GAP, 2 * GAP + g.getFontMetrics().getAscent());
      }
      double most = 0;
      for (Bar bar : bars) {
        most = Math.max(most, Math.max(bar.all(), Double.isNaN(bar.own()) ? 0 : bar.own()));
      }
      for (int row = 0; row < bars.size(); row++) {
        paint(g, bars.get(row), GAP / 2 + row * rowHeight(), Math.max(most, 1e-9));
      }
    } finally {
      g.dispose();
    }
  }

  private void paint(Graphics2D g, Bar bar, int y, double most) {
    FontMetrics metrics = g.getFontMetrics();
    int height = rowHeight() - GAP;
    int room = Math.max(20, getWidth() - LABEL - VALUE - 3 * GAP);
    boolean two = !Double.isNaN(bar.own());
    g.setColor(UIManager.getColor("Label.foreground"));
    int base = y + metrics.getAscent();
    g.drawString(clipped(bar.name(), metrics), GAP, base);
    int x = LABEL + GAP;
    int all = (int) Math.round(room * bar.all() / most);
    g.setColor(UIManager.getColor(two ? "Label.disabledForeground" : "Component.accentColor"));
    g.fillRect(x, y, all, two ? height / 2 - 1 : height - 2);
    int longest = all;
    if (two) {
      int own = (int) Math.round(room * bar.own() / most);
      g.setColor(UIManager.getColor("Component.accentColor"));
      g.fillRect(x, y + height / 2, own, height / 2 - 1);
      longest = Math.max(all, own);
    }
    g.setColor(UIManager.getColor("Label.foreground"));
    g.drawString(number(two ? bar.own() : bar.all()), x + longest + GAP, base);
  }

  private String number(double value) {
    String shown =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%.1f", value);
    return shown + unit;
  }

  private static String clipped(String name, FontMetrics metrics) {
    String shown = name;
    while (shown.length() > 1 && metrics.stringWidth(shown) > LABEL - GAP) {
      shown = shown.substring(0, shown.length() - 2).strip() + "\u2026";
    }
    return shown;
  }
}
