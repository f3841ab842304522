package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pieceworks.api.model.DecoderConfig;

class StepArithmeticTest {

  /** Width 2, feed-forward 3, vocabulary 5: small enough to count by hand. */
  private static DecoderConfig model(int layers) {
    return new DecoderConfig(2, layers, 1, 1, 2, 3, 5, 1e-5, 10_000, 16, false, 1, 2);
  }

  /** One position that looks at itself alone, one label, rank 1. */
  private static StepArithmetic one(int layers) {
    return new StepArithmetic(model(layers), 1, 1, 1, 1, 1);
  }

  @Test
  void countsTheProductsOfAStepOfOneLayer() {
    // Weights: 4 x 4 + 3 x 6 = 34, forth and back, but q, k, v (12) need no way back to their
    // input.
    double weights = 2 * (34 + 34 - 12);
    double attention = 2 * 2 * 2 * 3; // scores and mix, over width 2, forth and to both factors
    double head = 2 * 2 * (2 * 5);
    double adapters = 2 * (16 + 16 + 16 - 3 * 2); // forth, factors, input but for q, k, v
    assertEquals(weights + attention + head + adapters, one(1).lora());
  }

  @Test
  void gatesNeedTheWayThroughTheAdaptersButNotTheirFactors() {
    double frozen = one(1).lora() - 2 * (16 + 16 + 16 - 3 * 2);
    double adapters = 2 * (16 + 16 - 3 * 4); // forth, and back but for q, k, v
    double gates = 2 * (8 + 8 + 8 - 3 * 2); // forth, the gates, their inputs but for q, k, v
    assertEquals(frozen + adapters + gates, one(1).gates());
  }

  @Test
  void everyFurtherLayerNeedsAllOfItsWayBack() {
    double layer = 2 * 2 * 34 + 24 + 2 * 3 * 16;
    assertEquals(layer, one(3).lora() - one(2).lora());
  }

  @Test
  void manyMembersNeedAsMuchMore() {
    StepShape one = new StepShape(1, 4, 32);
    StepShape many = new StepShape(16, 4, 32);
    assertEquals(16 * one.arithmetic().lora(), many.arithmetic().lora(), 1);
    assertEquals(16 * one.arithmetic().gates(), many.arithmetic().gates(), 1);
  }

  @Test
  void queriesLookBackwardsOnly() {
    StepArithmetic two = new StepArithmetic(model(1), 1, 1, 2, 1, 1);
    StepArithmetic apart = new StepArithmetic(model(1), 1, 2, 1, 1, 1);
    double head = 2 * 2 * (2 * 5);
    // Of two positions of a row with one label the last layer asks for that one and goes on with
    // it; it sees both, as many as two rows of one see together.
    double past = 2 * 2 * (4 + 18) + 3 * 2 * 4;
    double query = 2 * 4 + 2 * (4 + 4 + 4 - 2);
    assertEquals(-head - past - query, two.lora() - apart.lora());
  }
}
