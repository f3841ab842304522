package org.pieceworks.ui.internal.view.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Unit;

class ChartExportTest {

  private static final ChartData BARS =
      new ChartData.Bars(
          "Bars",
          "",
          "Accuracy",
          Unit.NUMBER,
          false,
          List.of(new Bar("per-pcs", .5, .4, .6)),
          List.of(new Bar("chance", .1, .1, .1)));

  @Test
  void csvHoldsTheShownPoints() {
    assertEquals(
        "method,value,low,high\nper-pcs,0.5,0.4,0.6\nchance,0.1,0.1,0.1\n", ChartExport.csv(BARS));
  }

  @Test
  void svgIsText() {
    byte[] svg = ChartExport.of(BARS, List.of("per-pcs"), "svg");

    assertTrue(new String(svg, StandardCharsets.UTF_8).contains("Per-Pcs"));
  }
}
