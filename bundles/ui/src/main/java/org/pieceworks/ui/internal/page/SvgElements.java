package org.pieceworks.ui.internal.page;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.pieceworks.ui.component.Pixels;
import org.w3c.dom.Element;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.ReplacedElementFactory;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.simple.extend.FormSubmissionListener;
import org.xhtmlrenderer.swing.ImageReplacedElement;

/** Draws the SVG that stands within a page. */
final class SvgElements implements ReplacedElementFactory {

  private static final int MARGIN = Pixels.scaled(120);
  private static final int WIDEST = Pixels.scaled(760);

  private final int widest;

  /** For pages of some width. */
  SvgElements(int page) {
    this.widest = Math.min(WIDEST, page - MARGIN);
  }

  @Override
  public ReplacedElement createReplacedElement(
      LayoutContext context, BlockBox box, UserAgentCallback agent, int width, int height) {
    Element element = box.getElement();
    return element == null || !"svg".equals(element.getLocalName()) ? null : image(element);
  }

  private ReplacedElement image(Element element) {
    byte[] text = Xhtml.text(element).getBytes(StandardCharsets.UTF_8);
    SVGDocument drawing =
        new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
    if (drawing == null) {
      return null;
    }
    double scale = Math.min(1, widest / (double) drawing.size().width);
    int width = (int) Math.ceil(drawing.size().width * scale);
    int height = (int) Math.ceil(drawing.size().height * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(java.awt.Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      drawing.render((java.awt.Component) null, graphics, new ViewBox(width, height));
    } finally {
      graphics.dispose();
    }
    return new ImageReplacedElement(image, width, height);
  }

  @Override
  public void reset() {}

  @Override
  public void remove(Element element) {}

  @Override
  public void setFormSubmissionListener(FormSubmissionListener listener) {}
}
