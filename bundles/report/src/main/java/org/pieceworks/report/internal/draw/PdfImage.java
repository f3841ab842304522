package org.pieceworks.report.internal.draw;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws onto a page of the chart's own size; text becomes outlines, so that no font is needed. */
final class PdfImage {

  private PdfImage() {}

  static byte[] encode(Drawing drawing, String title) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(title);
      PDPage page = new PDPage(new PDRectangle(drawing.width(), drawing.height()));
      document.addPage(page);
      PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, drawing.width(), drawing.height());
      try {
        drawing.chart().draw(g2, new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
      } finally {
        g2.dispose();
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g2.getXFormObject());
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the chart could not be written as PDF", e);
    }
  }
}
