package org.pieceworks.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pieceworks.report.internal.sample.Tables.map;
import static org.pieceworks.report.internal.sample.Tables.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.report.internal.chart.MethodComparison;
import org.pieceworks.report.internal.chart.MethodComparisonOptions;
import org.pieceworks.report.internal.chart.QualityOverAxis;
import org.pieceworks.report.internal.chart.QualityOverAxisOptions;
import org.pieceworks.report.internal.sample.Tables;

class ChartOfferTest {

  private static final QualityOverAxisOptions ALL =
      new QualityOverAxisOptions(List.of(), List.of(), true);

  private static ResultTable sweep() {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    axes.put("sharers.count", List.of("5", "40"));
    axes.put("peft.rank", List.of("1", "2"));
    return Tables.of(
        axes,
        map("sharers.count", "5", "peft.rank", "1"),
        row("per-pcs", "accuracy", .6, "sharers.count", "5", "peft.rank", "1"),
        row("per-pcs", "mae", .3, "sharers.count", "5", "peft.rank", "1"),
        row("per-pcs", "accuracy", .7, "sharers.count", "40", "peft.rank", "1"),
        row("per-pcs", "mae", .2, "sharers.count", "40", "peft.rank", "1"),
        row("per-pcs", "accuracy", .5, "sharers.count", "5", "peft.rank", "2"),
        row("per-pcs", "mae", .1, "sharers.count", "5", "peft.rank", "2"));
  }

  @Test
  void linesAreOfferedForEveryMetricOverEveryAxis() {
    List<ChartOffer> offers = ChartOffer.of(t -> new QualityOverAxis().charts(t, ALL), sweep());

    assertEquals(
        List.of(
            "accuracy/sharers.count", "accuracy/peft.rank", "mae/sharers.count", "mae/peft.rank"),
        offers.stream().map(offer -> offer.metric() + "/" + offer.axis()).toList());
    assertTrue(offers.stream().allMatch(offer -> offer.dataset().isEmpty()));
  }

  @Test
  void methodsSideBySideAreAboutNoAxis() {
    MethodComparisonOptions options = new MethodComparisonOptions(List.of());

    List<ChartOffer> offers =
        ChartOffer.of(t -> new MethodComparison().charts(t, options), sweep());

    assertEquals(
        List.of("accuracy/", "mae/"),
        offers.stream().map(offer -> offer.metric() + "/" + offer.axis()).toList());
  }

  @Test
  void whatTheRunDoesNotAllowIsNotOffered() {
    ResultTable point = Tables.of(Map.of(), map(), row("per-pcs", "accuracy", .6));

    assertEquals(List.of(), ChartOffer.of(t -> new QualityOverAxis().charts(t, ALL), point));
  }
}
