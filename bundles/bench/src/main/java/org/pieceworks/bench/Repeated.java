package org.pieceworks.bench;

import org.pieceworks.api.Progress;

/** Takes the time of work that is done again and again. */
final class Repeated {

  /** Enough for a median and quartiles. */
  static final int REPETITIONS = 12;

  private static final int WARM_UP = 3;

  private Repeated() {}

  /** Seconds of each repetition, after some that do not count. */
  static Spread of(Runnable work, Progress progress) {
    for (int i = 0; i < WARM_UP; i++) {
      progress.checkCancelled();
      work.run();
    }
    double[] seconds = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      progress.checkCancelled();
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return Spread.of(seconds);
  }
}
