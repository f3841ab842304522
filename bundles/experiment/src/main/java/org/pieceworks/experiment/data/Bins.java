package org.pieceworks.experiment.data;

import java.util.Arrays;

/**
 * Values counted in bins of equal and round width.
 *
 * @param start where the first bin begins
 * @param width of a bin
 * @param counts per bin
 */
public record Bins(int start, int width, int[] counts) {

  private static final int MOST = 8;
  private static final int[] STEPS = {1, 2, 5};

  /** Counts values, of which there must be one at least. */
  public static Bins of(int[] values) {
    int least = Arrays.stream(values).min().orElseThrow();
    int most = Arrays.stream(values).max().orElseThrow();
    int width = width(most - least + 1);
    int start = least / width * width;
    int[] counts = new int[(most - start) / width + 1];
    Arrays.stream(values).forEach(value -> counts[(value - start) / width]++);
    return new Bins(start, width, counts);
  }

  /** The values of a bin in words: {@code 20-29}. */
  public String range(int bin) {
    int from = start + bin * width;
    return width == 1 ? Integer.toString(from) : from + "-" + (from + width - 1);
  }

  /** The smallest of 1, 2, 5, 10, 20, ... that needs few bins. */
  private static int width(int range) {
    int power = 1;
    while (true) {
      for (int step : STEPS) {
        if ((range + step * power - 1) / (step * power) <= MOST) {
          return step * power;
        }
      }
      power *= 10;
    }
  }
}
