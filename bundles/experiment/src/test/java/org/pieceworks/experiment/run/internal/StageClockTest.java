package org.pieceworks.experiment.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageClockTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void theTimeLeftDoesNotCountTheFirstStep() {
    StageClock clock = StageClock.begin("pretrain", 0, 0).told(1, 10 * SECOND);
    assertEquals(
        Optional.of(Duration.ofSeconds(9)), clock.told(11, 11 * SECOND).left(11, 101, 11 * SECOND));
  }

  @Test
  void nothingIsSaidOfTheTimeLeftBeforeASecondStep() {
    StageClock clock = StageClock.begin("pretrain", 0, 0).told(1, 10 * SECOND);
    assertEquals(Optional.empty(), clock.left(1, 101, 11 * SECOND));
  }
}
