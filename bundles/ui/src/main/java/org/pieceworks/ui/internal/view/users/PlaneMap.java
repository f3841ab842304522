package org.pieceworks.ui.internal.view.users;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import org.pieceworks.ui.Texts;

/**
 * Users as points: the colour says their group, a ring that they share, a cross which is chosen.
 */
final class PlaneMap extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int MARGIN = 16;
  private static final double DOT = 7;
  private static final double RING = 13;
  private static final double CHOSEN = 18;
  private static final int NEAR = 10;
  private static final int LEGEND_GAP = 14;

  private final transient Texts texts;
  private transient Plane plane = Plane.EMPTY;
  private transient Colouring colouring = new Colouring(List.of(), new int[0]);
  private final Set<String> ringed = new HashSet<>();
  private String selected = "";

  /**
   * Creates it empty.
   *
   * @param chosen told of the id of the user that is clicked
   */
  PlaneMap(Texts texts, Consumer<String> chosen) {
    this.texts = texts;
    setName("users-map");
    getAccessibleContext().setAccessibleName(texts.get("map"));
    getAccessibleContext().setAccessibleDescription(texts.get("map.help"));
    ToolTipManager.sharedInstance().registerComponent(this);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            int near = near(event.getPoint());
            if (near >= 0) {
              chosen.accept(plane.ids().get(near));
            }
          }
        });
  }

  /**
   * Shows points.
   *
   * @param sharers ids of those who get a ring
   */
  void show(Plane points, Colouring colours, Set<String> sharers) {
    plane = points;
    colouring = colours;
    ringed.clear();
    ringed.addAll(sharers);
    repaint();
  }

  /** Marks a user. */
  void select(String id) {
    selected = id;
    repaint();
  }

  private int legendHeight() {
    return getFontMetrics(UIManager.getFont("small.font")).getHeight() + 2;
  }

  /** Where points lie: both axes at one scale, so that distances look like what they are. */
  private record Frame(double scale, double x, double y) {

    Point of(double[] at) {
      return new Point((int) Math.round(x + at[0] * scale), (int) Math.round(y - at[1] * scale));
    }
  }

  private Frame frame() {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double[] at : plane.at()) {
      left = Math.min(left, at[0]);
      right = Math.max(right, at[0]);
      low = Math.min(low, at[1]);
      high = Math.max(high, at[1]);
    }
    double width = getWidth() - 2.0 * MARGIN;
    double height = getHeight() - 2.0 * MARGIN - 2.0 * legendHeight();
    double across = Math.max(right - left, 1e-9);
    double up = Math.max(high - low, 1e-9);
    double scale = Math.max(1e-9, Math.min(width / across, height / up));
    return new Frame(
        scale,
        MARGIN + (width - across * scale) / 2 - left * scale,
        MARGIN + (height - up * scale) / 2 + high * scale);
  }

  private int near(Point point) {
    Frame frame = frame();
    int near = -1;
    double least = NEAR;
    for (int u = 0; u < plane.at().length; u++) {
      double distance = frame.of(plane.at()[u]).distance(point);
      if (distance < least) {
        least = distance;
        near = u;
      }
    }
    return near;
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int near = near(event.getPoint());
    return near < 0
        ? null
        : texts.get(
            ringed.contains(plane.ids().get(near)) ? "point.shares" : "point",
            plane.ids().get(near),
            colouring.names().get(colouring.group()[near]));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(320, 240);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(UIManager.getColor("Table.background"));
      g.fillRect(0, 0, getWidth(), getHeight());
      if (plane.at().length > 0) {
        points(g);
        legend(g);
      }
    } finally {
      g.dispose();
    }
  }

  private void points(Graphics2D g) {
    Frame frame = frame();
    Color ink = UIManager.getColor("Table.foreground");
    for (int u = 0; u < plane.at().length; u++) {
      Point at = frame.of(plane.at()[u]);
      g.setColor(Colouring.colour(colouring.group()[u]));
      g.fill(circle(at, DOT));
      if (ringed.contains(plane.ids().get(u))) {
        g.setColor(ink);
        g.draw(circle(at, RING));
      }
    }
    int chosen = plane.ids().indexOf(selected);
    if (chosen >= 0) {
      Point at = frame.of(plane.at()[chosen]);
      g.setColor(UIManager.getColor("Component.accentColor"));
      g.setStroke(new BasicStroke(2.5f));
      g.draw(circle(at, CHOSEN));
      int arm = (int) CHOSEN;
      int gap = (int) (CHOSEN / 2);
      g.drawLine(at.x - arm, at.y, at.x - gap, at.y);
      g.drawLine(at.x + gap, at.y, at.x + arm, at.y);
      g.drawLine(at.x, at.y - arm, at.x, at.y - gap);
      g.drawLine(at.x, at.y + gap, at.x, at.y + arm);
      g.setStroke(new BasicStroke(1));
    }
  }

  private static Ellipse2D circle(Point at, double size) {
    return new Ellipse2D.Double(at.x - size / 2, at.y - size / 2, size, size);
  }

  /** The groups that have members, on as many lines as there are. */
  private void legend(Graphics2D g) {
    g.setFont(UIManager.getFont("small.font"));
    FontMetrics metrics = g.getFontMetrics();
    Set<Integer> groups = new TreeSet<>();
    for (int group : colouring.group()) {
      groups.add(group);
    }
    int x = MARGIN / 2;
    int y = getHeight() - legendHeight() - metrics.getDescent() - 2;
    for (int group : groups) {
      String name = colouring.names().get(group);
      int width = (int) DOT + 4 + metrics.stringWidth(name) + LEGEND_GAP;
      if (x + width > getWidth() && x > MARGIN / 2) {
        x = MARGIN / 2;
        y += legendHeight();
      }
      g.setColor(Colouring.colour(group));
      g.fill(circle(new Point(x + 4, y - metrics.getAscent() / 2 + 1), DOT));
      g.setColor(UIManager.getColor("Label.foreground"));
      g.drawString(name, x + (int) DOT + 5, y);
      x += width;
    }
    if (!ringed.isEmpty() && x + 80 < getWidth()) {
      g.draw(circle(new Point(x + 6, y - metrics.getAscent() / 2 + 1), RING - 3));
      g.drawString(texts.get("ring"), x + (int) RING + 3, y);
    }
  }
}
