package org.pieceworks.ui.internal.page;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.simple.XHTMLPanel;
import org.xhtmlrenderer.swing.BasicPanel;
import org.xhtmlrenderer.swing.CursorListener;
import org.xhtmlrenderer.swing.FSMouseListener;
import org.xhtmlrenderer.swing.LinkListener;

/**
 * A page of a fixed width. It is laid out once, by whoever makes it, and afterwards only painted:
 * laying out takes longer than an event may.
 */
final class PageCanvas extends XHTMLPanel {

  private static final long serialVersionUID = 1L;

  private final int width;
  private final transient List<PageLink> leads;

  /**
   * Lays a document out; may be called on any thread.
   *
   * @param links told of every link that is followed
   */
  PageCanvas(Document document, int width, Consumer<String> links) {
    this.width = width;
    leads = PageLink.of(document);
    setSize(width, 1);
    getSharedContext().setReplacedElementFactory(new SvgElements(width));
    for (FSMouseListener listener : List.copyOf(getMouseTrackingListeners())) {
      removeMouseTrackingListener(listener);
    }
    addMouseTrackingListener(new CursorListener());
    addMouseTrackingListener(
        new LinkListener() {
          @Override
          public void linkClicked(BasicPanel panel, String uri) {
            links.accept(uri);
          }
        });
    setDocument(document, "");
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      doDocumentLayout(nowhere);
    } finally {
      nowhere.dispose();
    }
  }

  @Override
  public Rectangle getScreenExtents() {
    return new Rectangle(0, 0, width, 1);
  }

  /** Where the page leads. */
  List<PageLink> leads() {
    return leads;
  }

  /** How far down an element stands; empty where there is none of that id. */
  OptionalInt top(String id) {
    Box box = getSharedContext().getBoxById(id);
    return box == null ? OptionalInt.empty() : OptionalInt.of(box.getAbsY());
  }
}
