package org.pieceworks.report.internal.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pieceworks.report.internal.sample.Tables.map;
import static org.pieceworks.report.internal.sample.Tables.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.report.internal.sample.Tables;

class StrategyRankingTest {

  private static final ResultTable GATES =
      new ResultTable(
          Map.of("gating", List.of("sigmoid", "prototype")),
          List.of(
              row("oppu", "accuracy", .8, "gating", "sigmoid"),
              row("per-pcs", "accuracy", .5, "gating", "sigmoid"),
              row("oppu", "accuracy", .8, "gating", "prototype"),
              row("per-pcs", "accuracy", .7, "gating", "prototype")),
          List.of(
              new ResultTable.CostRow("per-pcs", 0, 2, 700, map("gating", "sigmoid")),
              new ResultTable.CostRow("per-pcs", 0, 1, 700, map("gating", "prototype"))),
          null,
          map("gating", "sigmoid"));

  @Test
  void theBestStandsFirstWithItsCost() {
    List<ChartData> charts = new StrategyRanking().charts(GATES, new NoOptions());
    assertEquals(1, charts.size());
    ChartData.Ranking ranking = assertInstanceOf(ChartData.Ranking.class, charts.get(0));
    assertEquals("Accuracy of Per-Pcs by gate", ranking.title());
    assertEquals(
        List.of("prototype", "sigmoid"),
        ranking.places().stream().map(place -> place.quality().name()).toList());
    assertEquals(List.of(1.0, 700.0), ranking.places().get(0).costs());
    assertEquals(List.of("oppu"), ranking.levels().stream().map(ChartData.Bar::name).toList());
  }

  @Test
  void numbersAreNotRanked() {
    ResultTable table =
        Tables.of(
            Map.of("sharers.count", List.of("5", "10")),
            map("sharers.count", "10"),
            row("per-pcs", "accuracy", .5, "sharers.count", "5"),
            row("per-pcs", "accuracy", .7, "sharers.count", "10"));
    assertTrue(new StrategyRanking().charts(table, new NoOptions()).isEmpty());
  }
}
