package org.pieceworks.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a benchmark is run.
 *
 * @param device {@code cpu} or {@code gpu:0}
 * @param only measures only what has this in its name; empty: everything
 * @param out where benchmarks that write files write them
 * @param python the Python that runs the peer; empty: {@code PIECEWORKS_PYTHON}, or else {@code
 *     python3}
 */
public record BenchOptions(
    String device, Optional<String> only, Optional<Path> out, Optional<String> python) {

  /** Everything, on a device. */
  public static BenchOptions on(String device) {
    return new BenchOptions(device, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
