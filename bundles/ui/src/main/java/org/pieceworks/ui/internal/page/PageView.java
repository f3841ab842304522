package org.pieceworks.ui.internal.page;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.component.Pixels;
import org.w3c.dom.Document;
import org.xhtmlrenderer.util.XRLog;

/** Shows a page; laid out anew, in the background, when its width or the window's look changes. */
public final class PageView extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int WIDEST = Pixels.scaled(960);
  private static final int NARROWEST = Pixels.scaled(320);
  private static final int MOST_LINKS = 30;
  private static final int SETTLED_IN_MS = 200;
  private static final int LINE = Pixels.scaled(24);

  private final transient Desk desk;
  private final transient Texts texts = Texts.of(PageView.class);
  private final transient Consumer<String> links;
  private final JPanel paper = new JPanel(new FlowLayout(FlowLayout.CENTER, 0, 0));
  private final JScrollPane scroll = new JScrollPane(paper);
  private final Timer settled = new Timer(SETTLED_IN_MS, event -> widthChanged());
  private transient Supplier<Document> source;
  private transient PageCanvas canvas;
  private String anchor = "";
  private int width;
  private boolean waiting;
  private boolean old;
  private boolean lays;
  private boolean stale;
  private boolean fresh;

  /**
   * Creates it without a page.
   *
   * @param links told of every link that is followed, except those to a place of the same page
   */
  public PageView(Desk desk, String name, Consumer<String> links) {
    super(new BorderLayout());
    this.desk = desk;
    this.links = links;
    XRLog.setLoggingEnabled(false);
    settled.setRepeats(false);
    scroll.setName(name);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(LINE);
    scroll.getAccessibleContext().setAccessibleName(texts.get("page"));
    paper.setFocusable(true);
    paper.getAccessibleContext().setAccessibleDescription(texts.get("page.help"));
    KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0);
    Keys.on(paper, WHEN_FOCUSED, enter, this::offerLinks);
    add(scroll, BorderLayout.CENTER);
    // Whoever lays this out must not look at the page, which is made for the room that there is.
    setPreferredSize(new Dimension(2 * NARROWEST, 2 * NARROWEST));
    setMinimumSize(new Dimension(NARROWEST, NARROWEST / 2));
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            settled.restart();
          }
        });
    colour();
  }

  /**
   * Shows a page.
   *
   * @param page makes it, away from the event thread, each time that it is laid out
   * @param at the id of an element; empty for the top
   */
  public void show(Supplier<Document> page, String at) {
    source = page;
    anchor = at;
    fresh = true;
    if (canvas == null) {
      paper.removeAll();
      paper.add(new EmptyState(texts.get("layout"), ""));
      paper.revalidate();
    }
    layOut();
  }

  /** Goes to a place of the page; its id, empty for the top. */
  public void go(String id) {
    anchor = id;
    waiting = canvas == null || lays;
    if (!waiting) {
      int top = id.isEmpty() ? 0 : canvas.top(id).orElse(0);
      scroll.getVerticalScrollBar().setValue(top);
    }
  }

  private int fitting() {
    int bar = scroll.getVerticalScrollBar().getPreferredSize().width;
    return Math.max(NARROWEST, Math.min(WIDEST, getWidth() - bar));
  }

  private void widthChanged() {
    if (source != null && canvas != null && (old || fitting() != width)) {
      layOut();
    }
  }

  /** One layout at a time, since none can be stopped; what comes meanwhile is done at its end. */
  private void layOut() {
    stale = lays;
    if (lays) {
      return;
    }
    lays = true;
    old = false;
    int wide = getWidth() == 0 ? 2 * NARROWEST : fitting();
    String css = PageStyle.current(wide);
    Supplier<Document> page = source;
    desk.background(
        texts.get("layout"),
        progress -> {
          Document document = page.get();
          Xhtml.style(document, css);
          return new PageCanvas(document, wide, this::follow);
        },
        laid -> {
          lays = false;
          if (stale) {
            layOut();
          } else {
            put(laid, wide);
          }
        },
        error -> {
          lays = false;
          desk.failed(texts.get("layout"), error);
        });
  }

  private void put(PageCanvas laid, int wide) {
    JScrollBar bar = scroll.getVerticalScrollBar();
    boolean first = fresh;
    double share = first ? 0 : bar.getValue() / (double) Math.max(1, bar.getMaximum());
    fresh = false;
    canvas = laid;
    canvas.setName("page");
    width = wide;
    paper.removeAll();
    paper.add(laid);
    colour();
    paper.revalidate();
    paper.repaint();
    SwingUtilities.invokeLater(
        () -> {
          if (first || waiting) {
            go(anchor);
          } else {
            bar.setValue((int) (share * bar.getMaximum()));
          }
        });
    widthChanged();
  }

  /** Links can be followed without a mouse. */
  private void offerLinks() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("page-links");
    List<PageLink> leads = canvas == null ? List.of() : canvas.leads();
    for (PageLink link : leads.subList(0, Math.min(MOST_LINKS, leads.size()))) {
      JMenuItem item = new JMenuItem(link.text());
      item.addActionListener(event -> follow(link.target()));
      menu.add(item);
    }
    if (menu.getComponentCount() > 0) {
      Rectangle seen = paper.getVisibleRect();
      menu.show(paper, seen.x + LINE, seen.y + LINE);
    }
  }

  private void follow(String link) {
    if (link.startsWith("#")) {
      go(link.substring(1));
    } else {
      links.accept(link);
    }
  }

  private void colour() {
    // Colours of the look itself would be taken back by the next look.
    Color ground = new Color(UIManager.getColor("Table.background").getRGB());
    paper.setBackground(ground);
    scroll.getViewport().setBackground(ground);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (source != null) {
      colour();
      old = true;
      settled.restart(); // a change of looks comes several times over
    }
  }
}
