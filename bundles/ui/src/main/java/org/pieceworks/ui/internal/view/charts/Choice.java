package org.pieceworks.ui.internal.view.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pieceworks.report.chart.ChartOffer;

/**
 * One of the charts of a kind, chosen step by step; what is wished for is kept where it is there.
 *
 * @param steps data set, metric, axis and title, each with what there is to choose
 * @param offer the chart; empty where there is none
 */
record Choice(List<Step> steps, Optional<ChartOffer> offer) {

  /** What the steps choose, in their order. */
  static final List<String> NAMES = List.of("dataset", "metric", "axis", "chart");

  private static final List<Function<ChartOffer, String>> PARTS =
      List.of(
          ChartOffer::dataset, ChartOffer::metric, ChartOffer::axis, offer -> offer.data().title());

  /**
   * One step.
   *
   * @param values to choose among, one where there is no choice
   */
  record Step(List<String> values, String chosen) {}

  /**
   * Chooses.
   *
   * @param wishes as many as there are steps, empty where there is none
   */
  static Choice of(List<ChartOffer> offers, List<String> wishes) {
    List<ChartOffer> left = offers;
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < PARTS.size(); i++) {
      Function<ChartOffer, String> part = PARTS.get(i);
      List<String> values = left.stream().map(part).distinct().toList();
      String wish = wishes.get(i);
      String chosen = values.contains(wish) ? wish : values.isEmpty() ? "" : values.get(0);
      steps.add(new Step(values, chosen));
      left = left.stream().filter(offer -> part.apply(offer).equals(chosen)).toList();
    }
    return new Choice(List.copyOf(steps), Stream.of(left).flatMap(List::stream).findFirst());
  }
}
