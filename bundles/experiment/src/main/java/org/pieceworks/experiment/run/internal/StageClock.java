package org.pieceworks.experiment.run.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a stage goes.
 *
 * @param start by {@link System#nanoTime}
 * @param users whom it is for, 0 where it is for nobody in particular
 * @param first how much was done when it first told of it
 * @param warm when that was: the first step takes many times as long as the others
 */
record StageClock(String stage, int users, long start, long first, long warm) {

  private static final double NANOS = 1e9;

  /** Before this much has passed a rate says nothing. */
  private static final double SHORTEST_IN_S = 0.2;

  /** One that has told of nothing yet. */
  static StageClock begin(String stage, int users, long start) {
    return new StageClock(stage, users, start, 0, 0);
  }

  /** The same once it has told how much is done. */
  StageClock told(long done, long now) {
    return first > 0 || done == 0 ? this : new StageClock(stage, users, start, done, now);
  }

  OptionalDouble usersPerSecond(long done, long total, long now) {
    double seconds = (now - start) / NANOS;
    if (users == 0 || total == 0 || done == 0 || seconds < SHORTEST_IN_S) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(users * ((double) done / total) / seconds);
  }

  Optional<Duration> left(long done, long total, long now) {
    double seconds = (now - warm) / NANOS;
    if (total == 0 || first == 0 || done <= first || seconds < SHORTEST_IN_S) {
      return Optional.empty();
    }
    double left = seconds * (total - done) / (done - first);
    return Optional.of(Duration.ofMillis(Math.round(left * 1000)));
  }
}
