package org.pieceworks.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param configuration what it worked on, and on what machine
 * @param notes sentences that belong to it
 * @param peakBytes the most memory that the program held; 0 where the system does not say
 */
public record BenchReport(
    String benchmark,
    Map<String, String> configuration,
    List<Measurement> measurements,
    List<String> notes,
    long peakBytes) {

  /** Keeps the orders. */
  public BenchReport {
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    measurements = List.copyOf(measurements);
    notes = List.copyOf(notes);
  }
}
