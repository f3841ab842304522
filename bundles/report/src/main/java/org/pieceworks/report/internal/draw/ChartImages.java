package org.pieceworks.report.internal.draw;

import java.util.Collection;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.report.chart.ChartLook;

/** Draws charts as images; the same data give the same bytes. */
public final class ChartImages {

  private final MethodStyles styles;

  /**
   * Prepares to draw the charts of one run.
   *
   * @param methods all its methods, so that each looks the same in every chart
   */
  public ChartImages(Collection<String> methods) {
    this(methods, ChartLook.PRINT);
  }

  /** The same with other colours around the data. */
  public ChartImages(Collection<String> methods, ChartLook look) {
    this.styles = new MethodStyles(methods, look);
  }

  /** Draws one chart in both forms. */
  public ChartImage draw(ChartData data, String name) {
    Drawing drawing = drawing(data);
    String description = ChartWords.describe(data);
    return new ChartImage(
        name,
        data.title(),
        data.caption(),
        description,
        PngImage.encode(drawing),
        SvgImage.encode(drawing, name, data.title(), description));
  }

  /** Draws one chart on a page of its own size. */
  public byte[] pdf(ChartData data) {
    return PdfImage.encode(drawing(data), data.title());
  }

  /** Draws one chart for whoever shows it. */
  public Drawing drawing(ChartData data) {
    if (data instanceof ChartData.Lines lines) {
      return LinesChart.draw(lines, styles);
    }
    if (data instanceof ChartData.Bars bars) {
      return BarsChart.draw(bars, styles);
    }
    if (data instanceof ChartData.GroupedBars groups) {
      return GroupedBarsChart.draw(groups, styles);
    }
    if (data instanceof ChartData.Ranking ranking) {
      return RankingChart.draw(ranking, styles);
    }
    return HeatMapChart.draw((ChartData.HeatMap) data, styles.look());
  }
}
