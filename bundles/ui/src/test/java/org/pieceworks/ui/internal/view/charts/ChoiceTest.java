package org.pieceworks.ui.internal.view.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.report.chart.ChartOffer;

class ChoiceTest {

  private static final List<String> NO_WISH = List.of("", "", "", "");
  private static final List<ChartOffer> OFFERS =
      List.of(
          offer("accuracy", "sharers.count"),
          offer("accuracy", "peft.rank"),
          offer("mae", "peft.rank"));

  private static ChartOffer offer(String metric, String axis) {
    String title = metric + " over " + axis;
    return new ChartOffer(
        "", metric, axis, new ChartData.Lines(title, "", axis, metric, List.of()));
  }

  @Test
  void withoutAWishTheFirstIsChosen() {
    assertEquals(OFFERS.get(0), Choice.of(OFFERS, NO_WISH).offer().orElseThrow());
  }

  @Test
  void aWishIsMet() {
    Choice choice = Choice.of(OFFERS, List.of("", "accuracy", "peft.rank", ""));

    assertEquals(OFFERS.get(1), choice.offer().orElseThrow());
  }

  @Test
  void aWishThatIsNotThereIsPassedOver() {
    Choice choice = Choice.of(OFFERS, List.of("", "mae", "sharers.count", "gone"));

    assertEquals(OFFERS.get(2), choice.offer().orElseThrow());
    assertEquals(List.of("peft.rank"), choice.steps().get(2).values());
  }

  @Test
  void withoutChartsNothingIsChosen() {
    assertTrue(Choice.of(List.of(), NO_WISH).offer().isEmpty());
  }
}
