package org.pieceworks.ui.internal.view.assembly;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import org.pieceworks.ui.Texts;

/** Slots by sharers as colours; the pointer tells slot, sharer and weight. */
final class HeatMap extends JPanel implements Scrollable {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;
  private static final int LEAST_ROW = 7;
  private static final int LEAST_COLUMN = 9;
  private static final int MOST_COLUMN = 90;
  private static final int MOST_ROW = 34;

  private final transient Texts texts;
  private transient WeightMap map = WeightMap.EMPTY;

  /**
   * Creates it empty.
   *
   * @param chosen told of the slot that is clicked, as its row
   */
  HeatMap(Texts texts, Consumer<Integer> chosen) {
    this.texts = texts;
    setName("assembly-map");
    getAccessibleContext().setAccessibleName(texts.get("map"));
    getAccessibleContext().setAccessibleDescription(texts.get("map.help"));
    setOpaque(true);
    ToolTipManager.sharedInstance().registerComponent(this);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            Point cell = cell(event.getPoint());
            if (cell != null) {
              chosen.accept(cell.y);
            }
          }
        });
  }

  void show(WeightMap shown) {
    map = shown;
    setFont(UIManager.getFont("small.font"));
    revalidate();
    repaint();
  }

  private FontMetrics metrics() {
    return getFontMetrics(getFont() == null ? UIManager.getFont("Label.font") : getFont());
  }

  private int left() {
    FontMetrics metrics = metrics();
    return 2 * GAP
        + map.slots().stream().mapToInt(s -> metrics.stringWidth(s.words())).max().orElse(0);
  }

  private int top() {
    FontMetrics metrics = metrics();
    return 2 * GAP + map.sharers().stream().mapToInt(metrics::stringWidth).max().orElse(0);
  }

  private Rectangle cells() {
    int left = left();
    int top = top();
    int columns = Math.max(1, map.sharers().size());
    int rows = Math.max(1, map.slots().size());
    int width = Math.max(LEAST_COLUMN, Math.min(MOST_COLUMN, (getWidth() - left - GAP) / columns));
    int height = Math.max(LEAST_ROW, Math.min(MOST_ROW, (getHeight() - top - GAP) / rows));
    return new Rectangle(left, top, width, height);
  }

  private Point cell(Point at) {
    Rectangle cells = cells();
    if (at.x < cells.x || at.y < cells.y) {
      return null;
    }
    int column = (at.x - cells.x) / cells.width;
    int row = (at.y - cells.y) / cells.height;
    return column < map.sharers().size() && row < map.slots().size()
        ? new Point(column, row)
        : null;
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    Point cell = cell(event.getPoint());
    if (cell == null) {
      return null;
    }
    float weight = map.cells()[cell.y][cell.x];
    return texts.get(
        Float.isNaN(weight) ? "cell.none" : "cell",
        map.slots().get(cell.y).key(),
        map.sharers().get(cell.x),
        String.format(java.util.Locale.ROOT, "%.4f", weight));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      Object hints =
          java.awt.Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING,
          hints == null
              ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
              : RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
      g.setColor(UIManager.getColor("Table.background"));
      g.fillRect(0, 0, getWidth(), getHeight());
      Rectangle cells = cells();
      cells(g, cells);
      rows(g, cells);
      columns(g, cells);
    } finally {
      g.dispose();
    }
  }

  private void cells(Graphics2D g, Rectangle cells) {
    float most = map.most();
    Color grid = UIManager.getColor("Component.borderColor");
    Rectangle clip = g.getClipBounds();
    for (int row = 0; row < map.slots().size(); row++) {
      int y = cells.y + row * cells.height;
      if (clip != null && (y > clip.y + clip.height || y + cells.height < clip.y)) {
        continue;
      }
      for (int column = 0; column < map.sharers().size(); column++) {
        float weight = map.cells()[row][column];
        if (!Float.isNaN(weight)) {
          g.setColor(WeightColours.of(weight / most));
          g.fillRect(cells.x + column * cells.width, y, cells.width - 1, cells.height - 1);
        }
      }
    }
    g.setColor(grid);
    int width = map.sharers().size() * cells.width;
    int height = map.slots().size() * cells.height;
    g.drawRect(cells.x - 1, cells.y - 1, width, height);
    for (int row = 1; row < map.slots().size(); row++) {
      if (map.slots().get(row).layer() != map.slots().get(row - 1).layer()) {
        int y = cells.y + row * cells.height - 1;
        g.drawLine(cells.x - 1, y, cells.x - 1 + width, y);
      }
    }
  }

  /** Names of rows, as many as there is room for. */
  private void rows(Graphics2D g, Rectangle cells) {
    FontMetrics metrics = metrics();
    g.setFont(metrics.getFont());
    g.setColor(UIManager.getColor("Label.foreground"));
    int every = (int) Math.ceil((double) metrics.getAscent() / cells.height);
    for (int row = 0; row < map.slots().size(); row += every) {
      String words = map.slots().get(row).words();
      int y = cells.y + row * cells.height + (cells.height + metrics.getAscent()) / 2 - 2;
      g.drawString(words, cells.x - GAP - metrics.stringWidth(words), y);
    }
  }

  /** Names of columns, upright, as many as there is room for. */
  private void columns(Graphics2D g, Rectangle cells) {
    FontMetrics metrics = metrics();
    int every = (int) Math.ceil((double) metrics.getAscent() / cells.width);
    for (int column = 0; column < map.sharers().size(); column += every) {
      int x = cells.x + column * cells.width + (cells.width + metrics.getAscent()) / 2 - 2;
      Graphics2D turned = (Graphics2D) g.create();
      turned.translate(x, cells.y - GAP);
      turned.rotate(-Math.PI / 2);
      turned.drawString(map.sharers().get(column), 0, 0);
      turned.dispose();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(
        left() + GAP + LEAST_COLUMN * map.sharers().size(),
        top() + GAP + LEAST_ROW * map.slots().size());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return MOST_ROW;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(MOST_ROW, visible.height - MOST_ROW);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() instanceof JViewport port && port.getWidth() > getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() instanceof JViewport port && port.getHeight() > getPreferredSize().height;
  }
}
