package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;

class StepClockTest {

  @Test
  void aStepOfAllIsAStepOfEveryStack() {
    StepClock clock = new StepClock(Progress.SILENT);
    long start = System.nanoTime();
    for (int stack = 0; stack < 2; stack++) {
      for (int step = 1; step <= 5; step++) {
        clock.report(step, 5, "steps");
      }
    }
    double all = (System.nanoTime() - start) / 1e9;
    double[] seconds = clock.seconds(0);
    assertEquals(4, seconds.length);
    assertTrue(Arrays.stream(seconds).allMatch(one -> one > 0));
    assertTrue(Arrays.stream(seconds).sum() <= all);
    assertEquals(2, clock.seconds(2).length);
  }

  @Test
  void whatIsNoStepDoesNotCount() {
    StepClock clock = new StepClock(Progress.SILENT);
    clock.report(1, 2, "users");
    clock.report(1, 2, "steps");
    clock.report(2, 2, "steps");
    assertEquals(1, clock.seconds(0).length);
  }
}
