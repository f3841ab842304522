package org.pieceworks.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.Line;

class ChartPartTest {

  private static final ChartData.Lines LINES =
      new ChartData.Lines(
          "Lines",
          "",
          "sharers.count",
          "Accuracy",
          List.of(
              new Line(
                  "per-pcs", List.of(new Band(5, .5, .4, .6), new Band(10, .6, .5, .7)), false),
              new Line("ceiling-personal", List.of(new Band(5, .9, .9, .9)), true)));

  @Test
  void hiddenMethodsAreLeftOut() {
    ChartData part = new ChartPart(Set.of("per-pcs"), true).of(LINES);

    assertEquals(Set.of("ceiling-personal"), ChartPart.methods(part));
  }

  @Test
  void withoutIntervalsOnlyMeansAreLeft() {
    ChartData.Bars bars =
        new ChartData.Bars(
            "b", "", "v", Unit.NUMBER, false, List.of(new Bar("oppu", .5, .4, .6)), List.of());

    ChartData.Bars part = (ChartData.Bars) new ChartPart(Set.of(), false).of(bars);

    assertEquals(new Bar("oppu", .5, .5, .5), part.bars().get(0));
    assertTrue(ChartPart.hasIntervals(bars));
    assertFalse(ChartPart.hasIntervals(part));
  }

  @Test
  void aChartWithoutMethodsIsNoChart() {
    ChartPart none = new ChartPart(Set.of("per-pcs", "ceiling-personal"), true);

    assertFalse(none.leaves(LINES));
    assertTrue(new ChartPart(Set.of("per-pcs"), true).leaves(LINES));
  }

  @Test
  void theShownPointsAreATable() {
    ChartPoints points = ChartPoints.of(new ChartPart(Set.of(), true).of(LINES));

    assertEquals(List.of("method", "sharers.count", "value", "low", "high"), points.header());
    assertEquals(
        List.of(
            List.of("per-pcs", "5", "0.5", "0.4", "0.6"),
            List.of("per-pcs", "10", "0.6", "0.5", "0.7"),
            List.of("ceiling-personal", "", "0.9", "0.9", "0.9")),
        points.rows());
  }

  @Test
  void aChartIsDrawnAsPdf() {
    byte[] pdf = new ChartDrawing(List.of("per-pcs"), ChartLook.PRINT).pdf(LINES);

    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
  }
}
