package org.pieceworks.report.chart;

import java.util.Collection;
import org.jfree.chart.JFreeChart;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.report.internal.draw.ChartImages;
import org.pieceworks.report.internal.draw.Fonts;
import org.pieceworks.report.words.Names;

/** Draws charts as reports show them: the same styles, the same colour for a method everywhere. */
public final class ChartDrawing {

  private final ChartImages images;

  /**
   * Prepares to draw the charts of one run.
   *
   * @param methods all its methods, so that each looks the same in every chart
   */
  public ChartDrawing(Collection<String> methods, ChartLook look) {
    this.images = new ChartImages(methods, look);
  }

  /** What hinders the drawing on this machine, as a sentence for the reader; null: nothing. */
  public static String problem() {
    return Fonts.problem();
  }

  /** A chart to be shown, with words for every mark that the mouse stands on. */
  public JFreeChart chart(ChartData data) {
    return images.drawing(data).chart();
  }

  /** A picture of pixels, two for each point. */
  public byte[] png(ChartData data) {
    return images.draw(data, name(data)).png();
  }

  /** A picture of lines, whose text stays text. */
  public String svg(ChartData data) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + images.draw(data, name(data)).svg()
        + "\n";
  }

  /** A page of lines, whose text is outlines. */
  public byte[] pdf(ChartData data) {
    return images.pdf(data);
  }

  /** A file name without ending, made from the heading. */
  public static String name(ChartData data) {
    String slug = Names.slug(data.title());
    return slug.isEmpty() ? "chart" : slug;
  }
}
