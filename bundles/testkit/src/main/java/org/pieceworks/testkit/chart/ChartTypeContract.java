package org.pieceworks.testkit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.peft.MergeForm;

/**
 * What every chart type must do with the results of all kinds of runs. Extend it with your chart
 * type and its options.
 *
 * @param <O> the options
 */
public abstract class ChartTypeContract<O extends Record> {

  private static final List<String> METHODS = List.of("non-personalized", "oppu", "per-pcs");
  private static final String COUNT = "sharers.count";
  private static final String GATING = "gating";

  /** The chart type under test. */
  protected abstract ChartType<O> chart();

  /** Its options. */
  protected abstract O options();

  private List<ChartData> charts(ResultTable results) {
    return chart().charts(results, options());
  }

  /** Results of no sweep, of a number, of names, and of both. */
  private static List<ResultTable> runs() {
    List<String> counts = List.of("5", "10", "20");
    List<String> gates = List.of("prototype", "uniform");
    return List.of(
        results(Map.of()),
        results(Map.of(COUNT, counts)),
        results(Map.of(GATING, gates)),
        results(new LinkedHashMap<>(Map.of(COUNT, counts, GATING, gates))));
  }

  private static ResultTable results(Map<String, List<String>> axes) {
    List<ResultTable.Summary> summaries = new ArrayList<>();
    List<ResultTable.CostRow> costs = new ArrayList<>();
    for (Map<String, String> point : points(axes)) {
      for (String method : METHODS) {
        double mean = 0.3 + 0.1 * METHODS.indexOf(method) + 0.01 * point.toString().length();
        for (String metric : List.of("accuracy", "mae")) {
          summaries.add(
              new ResultTable.Summary(
                  "personas",
                  method,
                  metric,
                  metric.equals("accuracy"),
                  mean,
                  mean - .05,
                  mean + .05,
                  3,
                  point));
        }
        costs.add(new ResultTable.CostRow(method, mean, mean / 2, 1000 * mean, point));
      }
    }
    return new ResultTable(axes, summaries, costs, example());
  }

  private static List<Map<String, String>> points(Map<String, List<String>> axes) {
    List<Map<String, String>> points = List.of(Map.of());
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> point : points) {
        for (String value : axis.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(point);
          next.put(axis.getKey(), value);
          more.add(next);
        }
      }
      points = more;
    }
    return points;
  }

  private static ResultTable.Example example() {
    Map<String, List<WeightedPiece>> pieces = new LinkedHashMap<>();
    pieces.put(
        "layers.0.q_proj", List.of(new WeightedPiece(3, 0.75f), new WeightedPiece(0, 0.25f)));
    pieces.put("layers.0.v_proj", List.of(new WeightedPiece(4, 1f)));
    Assembly assembly = new Assembly("pool", MergeForm.PRODUCT, pieces);
    return new ResultTable.Example("ann", assembly, Map.of(0, "cy", 3, "di", 4, "cy"));
  }

  @Test
  void itHasANameASummaryAndItsOptions() {
    assertTrue(chart().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), chart().name());
    assertFalse(chart().summary().isBlank());
    assertEquals(options().getClass(), chart().optionsType());
  }

  @Test
  void itDrawsSomethingOfSomeRun() {
    assertTrue(runs().stream().anyMatch(results -> !charts(results).isEmpty()));
  }

  @Test
  void nothingIsDrawnOfNothing() {
    assertEquals(List.of(), charts(new ResultTable(Map.of(), List.of(), List.of(), null)));
  }

  @Test
  void chartsHaveHeadingsOfTheirOwnAndCaptions() {
    for (ResultTable results : runs()) {
      Set<String> titles = new HashSet<>();
      for (ChartData chart : charts(results)) {
        assertTrue(titles.add(chart.title()), "twice: " + chart.title());
        assertFalse(chart.title().isBlank());
        assertFalse(chart.caption().isBlank(), chart.title());
      }
    }
  }

  @Test
  void chartsAreMadeOfWhatTheySay() {
    for (ResultTable results : runs()) {
      charts(results).forEach(ChartTypeContract::check);
    }
  }

  private static void check(ChartData chart) {
    if (chart instanceof ChartData.Lines lines) {
      assertFalse(lines.lines().isEmpty(), lines.title());
    } else if (chart instanceof ChartData.Bars bars) {
      assertFalse(bars.bars().isEmpty(), bars.title());
      bars.bars().forEach(bar -> between(bar, bars.title()));
    } else if (chart instanceof ChartData.GroupedBars groups) {
      assertFalse(groups.groups().isEmpty(), groups.title());
      groups.groups().forEach(g -> g.bars().forEach(bar -> between(bar, groups.title())));
    } else if (chart instanceof ChartData.HeatMap map) {
      assertEquals(map.rows().size(), map.cells().length, map.title());
      for (double[] row : map.cells()) {
        assertEquals(map.columns().size(), row.length, map.title());
      }
    }
  }

  private static void between(ChartData.Bar bar, String title) {
    assertTrue(bar.low() <= bar.value() && bar.value() <= bar.high(), title + ": " + bar);
  }

  @Test
  void theSameResultsGiveTheSameCharts() {
    for (ResultTable results : runs()) {
      List<ChartData> first = charts(results);
      List<ChartData> second = charts(results);
      assertEquals(
          first.stream().map(ChartData::title).toList(),
          second.stream().map(ChartData::title).toList());
    }
  }
}
