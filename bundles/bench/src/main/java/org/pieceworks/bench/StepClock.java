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
  private final List<List<Long>> stacks = new ArrayList<>();

  /**
   * Creates a clock.
   *
   * @param outer says when to stop
   */
  StepClock(Progress outer) {
    this.outer = outer;
  }

  @Override
  public void report(long done, long total, String unit) {
    if (!unit.equals(STEPS)) {
      return;
    }
    if (done == 1) {
      stacks.add(new ArrayList<>());
    }
    stacks.get(stacks.size() - 1).add(System.nanoTime());
  }

  @Override
  public void checkCancelled() {
    outer.checkCancelled();
  }

  /** Seconds of every step of all members, but for some at the beginning. */
  double[] seconds(int warmUp) {
    int intervals = stacks.stream().mapToInt(List::size).min().orElse(0) - 1;
    return IntStream.range(Math.min(warmUp, intervals), intervals)
        .mapToDouble(i -> stacks.stream().mapToLong(s -> s.get(i + 1) - s.get(i)).sum() / 1e9)
        .toArray();
  }
}
