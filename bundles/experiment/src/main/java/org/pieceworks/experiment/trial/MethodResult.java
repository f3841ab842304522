package org.pieceworks.experiment.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.api.method.Cost;

/**
 * How a method did in a trial.
 *
 * @param method its name in result files
 * @param cost per target user; empty for what is not a method, such as a ceiling
 */
public record MethodResult(String method, Optional<Cost> cost, List<MetricResult> metrics) {

  /** Copies the metrics. */
  public MethodResult {
    metrics = List.copyOf(metrics);
  }

  /** The same with one more metric. */
  MethodResult with(MetricResult metric) {
    return new MethodResult(
        method, cost, Stream.concat(metrics.stream(), Stream.of(metric)).toList());
  }
}
