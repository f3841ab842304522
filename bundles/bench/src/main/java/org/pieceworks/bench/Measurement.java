package org.pieceworks.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a benchmark.
 *
 * @param what was done
 * @param seconds one repetition took
 * @param figures what follows from the median, by name with its unit: {@code tokens/s}
 */
public record Measurement(String what, Spread seconds, Map<String, Double> figures) {

  /** The figure that says how much memory the program held at most, in megabytes. */
  static final String MEMORY = "most MB";

  static final double MEGABYTE = 1 << 20;

  /** Keeps the order of the figures. */
  public Measurement {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
