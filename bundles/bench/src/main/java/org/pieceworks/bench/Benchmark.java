package org.pieceworks.bench;

import java.util.List;
import java.util.Map;
import org.pieceworks.api.Progress;

/** Something whose speed is worth knowing. */
public interface Benchmark {

  /** Unique among the benchmarks. */
  String name();

  /** One sentence on what it measures. */
  String summary();

  /** What it works on, by name: widths, numbers of layers, ranks. */
  Map<String, String> configuration();

  /** Measures; what takes no minute is done at least ten times. */
  List<Measurement> run(Bench bench, Progress progress);
}
