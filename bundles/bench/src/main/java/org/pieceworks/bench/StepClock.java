package org.pieceworks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;

/**
 * Takes the times between the steps that a training reports. A training of many members may go over
 * them in several stacks, one after the other: a step of all is then the sum of a step of each.
 */
final class StepClock implements Progress {

  private static final String STEPS = "steps";

  private final Progress outer;
  private final Runnable between;
  private final List<List<Double>> stacks = new ArrayList<>();
  private long last;

  /**
   * Creates a clock.
   *
   * @param outer says when to stop
   */
  StepClock(Progress outer) {
    this(outer, () -> {});
  }

  /**
   * Creates a clock that does something after each step, whose time does not count.
   *
   * @param outer says when to stop
   */
  StepClock(Progress outer, Runnable between) {
    this.outer = outer;
    this.between = between;
  }

  @Override
  public void report(long done, long total, String unit) {
    if (!unit.equals(STEPS)) {
      return;
    }
    if (done == 1) {
      stacks.add(new ArrayList<>());
    } else {
      stacks.get(stacks.size() - 1).add((System.nanoTime() - last) / 1e9);
    }
    between.run();
    last = System.nanoTime();
  }

  @Override
  public void checkCancelled() {
    outer.checkCancelled();
  }

  /** Seconds of every step of all members, but for some at the beginning. */
  double[] seconds(int warmUp) {
    int intervals = stacks.stream().mapToInt(List::size).min().orElse(0);
    return IntStream.range(Math.min(warmUp, intervals), intervals)
        .mapToDouble(i -> stacks.stream().mapToDouble(s -> s.get(i)).sum())
        .toArray();
  }
}
