package org.pieceworks.bench;

import java.util.function.Supplier;

/** Adds up the time of something that is done again and again. */
final class Stopwatch {

  private long nanos;

  /** Does it. */
  <T> T time(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  /** Seconds so far, and starts anew. */
  double take() {
    double seconds = nanos / 1e9;
    nanos = 0;
    return seconds;
  }
}
