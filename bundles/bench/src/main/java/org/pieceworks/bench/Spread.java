package org.pieceworks.bench;

import java.util.Arrays;

/**
 * What repetitions of one measurement gave, in its unit.
 *
 * @param median of all repetitions
 * @param least the smallest
 * @param lower a quarter of them are at most this
 * @param upper a quarter of them are at least this
 * @param repetitions how many there were
 */
public record Spread(double median, double least, double lower, double upper, int repetitions) {

  /**
   * The spread of some values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        quantile(sorted, 0.5),
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.75),
        sorted.length);
  }

  /** Between the two values nearest to a place. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
