package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainBenchmarkTest {

  /**
   * By hand: 6 layers of 4 x 256 x 256 and 3 x 256 x 768 weights, each multiplied there and back.
   */
  @Test
  void countsTheProductsThatAStepMustDo() {
    double tokens = 4 * 32;
    double weights = 6 * (4 * 65_536.0 + 3 * 196_608.0);
    double attention = 6 * 3 * 2 * 2.0 * 32 * 256;
    double adapters = 6 * 3 * 2 * 4.0 * 8 * 512;
    double head = 4 * 8 * 4 * 256.0 * 4096;
    assertEquals(
        tokens * (4 * weights + attention + adapters) + head,
        TrainBenchmark.arithmetic(1, 4, 32),
        1);
    assertEquals(16 * TrainBenchmark.arithmetic(1, 4, 32), TrainBenchmark.arithmetic(16, 4, 32), 1);
  }
}
