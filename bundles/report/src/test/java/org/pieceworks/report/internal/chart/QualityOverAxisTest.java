package org.pieceworks.report.internal.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pieceworks.report.internal.sample.Tables.map;
import static org.pieceworks.report.internal.sample.Tables.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.Line;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.report.internal.sample.Tables;

class QualityOverAxisTest {

  private static final QualityOverAxisOptions ALL =
      new QualityOverAxisOptions(List.of(), List.of(), true);

  private static ResultTable numeric() {
    return Tables.of(
        Map.of("sharers.count", List.of("40", "5")),
        map("sharers.count", "40"),
        row("per-pcs", "accuracy", .7, "sharers.count", "40"),
        row("ceiling-personal", "accuracy", .8, "sharers.count", "40"),
        row("chance", "accuracy", .1, "sharers.count", "40"),
        row("per-pcs", "accuracy", .6, "sharers.count", "5"),
        row("ceiling-personal", "accuracy", .8, "sharers.count", "5"),
        row("chance", "accuracy", .1, "sharers.count", "5"));
  }

  @Test
  void methodsAreLinesOverNumbersInAscendingOrder() {
    ChartData.Lines chart =
        assertInstanceOf(
            ChartData.Lines.class, new QualityOverAxis().charts(numeric(), ALL).get(0));

    Line line = chart.lines().get(0);
    assertEquals("per-pcs", line.name());
    assertEquals(List.of(5.0, 40.0), line.points().stream().map(Band::x).toList());
    assertEquals(List.of(.6, .7), line.points().stream().map(Band::y).toList());
    assertFalse(line.flat());
  }

  @Test
  void aCeilingIsFlatAndFarAwayChanceIsSaidInsteadOfDrawn() {
    ChartData.Lines chart = (ChartData.Lines) new QualityOverAxis().charts(numeric(), ALL).get(0);

    assertEquals(
        List.of("per-pcs", "ceiling-personal"), chart.lines().stream().map(Line::name).toList());
    assertTrue(chart.lines().get(1).flat());
    assertTrue(chart.caption().contains("Chance, at 0.100, lies outside the picture."));
  }

  @Test
  void overWordsWhatVariesIsBarsAndWhatDoesNotIsLevels() {
    ResultTable table =
        Tables.of(
            Map.of("gating", List.of("sigmoid", "prototype")),
            map("gating", "prototype"),
            row("oppu", "accuracy", .8, "gating", "sigmoid"),
            row("per-pcs", "accuracy", .5, "gating", "sigmoid"),
            row("oppu", "accuracy", .8, "gating", "prototype"),
            row("per-pcs", "accuracy", .7, "gating", "prototype"),
            row("retrieval", "accuracy", .4, "gating", "sigmoid"),
            row("retrieval", "accuracy", .5, "gating", "prototype"));

    ChartData.GroupedBars chart =
        assertInstanceOf(
            ChartData.GroupedBars.class, new QualityOverAxis().charts(table, ALL).get(0));

    assertEquals(
        List.of("sigmoid", "prototype"),
        chart.groups().stream().map(ChartData.Group::name).toList());
    assertEquals(List.of("per-pcs", "retrieval"), names(chart.groups().get(0).bars()));
    assertEquals(List.of("oppu"), names(chart.levels()));
  }

  @Test
  void metricsAndAxesCanBeChosen() {
    QualityOverAxisOptions other = new QualityOverAxisOptions(List.of("macro_f1"), List.of(), true);

    assertTrue(new QualityOverAxis().charts(numeric(), other).isEmpty());
  }

  @Test
  void withoutASweepThereIsNothingToDraw() {
    ResultTable table = Tables.of(Map.of(), Map.of(), row("oppu", "accuracy", .7));

    assertTrue(new QualityOverAxis().charts(table, ALL).isEmpty());
  }

  @Test
  void aPointThatLacksSeedsIsNamed() {
    ResultTable full = numeric();
    ResultTable.Summary lacking =
        new ResultTable.Summary(
            "tagging", "per-pcs", "accuracy", true, .6, .5, .7, 2, map("sharers.count", "5"));
    ResultTable table = Tables.of(full.axes(), full.base(), full.summaries().get(0), lacking);

    String caption = new QualityOverAxis().charts(table, ALL).get(0).caption();

    assertTrue(caption.contains("sharers.count 5 has 2 of 3 seeds"), caption);
  }

  private static List<String> names(List<ChartData.Bar> bars) {
    return bars.stream().map(ChartData.Bar::name).toList();
  }
}
