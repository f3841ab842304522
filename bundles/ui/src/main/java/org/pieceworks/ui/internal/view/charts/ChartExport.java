package org.pieceworks.ui.internal.view.charts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.report.chart.ChartDrawing;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.report.chart.ChartPoints;
import org.pieceworks.ui.internal.component.Rows;

/** A chart as a file: pictures look as in reports, whatever the window looks like. */
final class ChartExport {

  /** The forms, by their file endings. */
  static final List<String> ENDINGS = List.of("png", "svg", "pdf", "csv");

  private ChartExport() {}

  /** The content of a file. */
  static byte[] of(ChartData data, List<String> methods, String ending) {
    ChartDrawing drawing = new ChartDrawing(methods, ChartLook.PRINT);
    return switch (ending) {
      case "png" -> drawing.png(data);
      case "svg" -> drawing.svg(data).getBytes(StandardCharsets.UTF_8);
      case "pdf" -> drawing.pdf(data);
      default -> csv(data).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** The shown points. */
  static String csv(ChartData data) {
    ChartPoints points = ChartPoints.of(data);
    return new Rows(points.header(), points.rows()).csv();
  }
}
