package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;

class SideBySideTest {

  @Test
  void bothTakeTurns() {
    List<String> order = new ArrayList<>();
    Measurement line =
        SideBySide.of(
                () -> after(order, "ours", 0.1),
                () -> after(order, "peer", 0.3),
                () -> order.add("check"),
                Progress.SILENT)
            .line("work");
    int turns = SideBySide.turns();
    List<String> turned = order.subList(order.size() - 3 * turns, order.size());
    assertEquals(Collections.nCopies(turns, List.of("ours", "peer", "check")), threes(turned));
    assertTrue(Collections.frequency(order, "ours") > turns + 40, "it warms up for a time");
    assertEquals(0.1, line.seconds().median());
    assertEquals(300, line.figures().get(SideBySide.PEER_MEDIAN), 1e-9);
    assertEquals(3, line.figures().get(SideBySide.MEDIANS), 1e-9);
  }

  @Test
  void theFirstTurnsDoNotCount() {
    SideBySide both = new SideBySide();
    for (int i = Repeated.REPETITIONS; i < SideBySide.turns(); i++) {
      both.add(100, 100);
    }
    both.add(2, 4);
    both.add(1, 6);
    assertEquals(5.0 / 1.5, both.line("work").figures().get(SideBySide.MEDIANS), 1e-9);
    assertEquals(4, both.line("work").figures().get(SideBySide.MINIMA), 1e-9);
  }

  @Test
  void aTurnThatIsNotTheSameWorkEndsIt() {
    assertThrows(
        IllegalStateException.class,
        () ->
            SideBySide.of(
                () -> 1,
                () -> 1,
                () -> {
                  throw new IllegalStateException();
                },
                Progress.SILENT));
  }

  private static double after(List<String> order, String what, double seconds) {
    order.add(what);
    return seconds;
  }

  private static List<List<String>> threes(List<String> all) {
    List<List<String>> threes = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 3) {
      threes.add(List.copyOf(all.subList(i, i + 3)));
    }
    return threes;
  }
}
