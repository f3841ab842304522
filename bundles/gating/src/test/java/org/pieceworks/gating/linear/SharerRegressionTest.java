package org.pieceworks.gating.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.lib.djl.Djl;

class SharerRegressionTest {

  private static final int IN = 8;
  private static final int SHARERS = 4;
  private static final int EACH = 50;
  private static final LinearOptions OPTIONS = new LinearOptions(20, 0.1, 0.01, 0);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** Each sharer's activations lie around an axis of their own, by so much. */
  private ActivationSample sample(double apart, int most) {
    Random random = new Random(7);
    float[] inputs = new float[SHARERS * EACH * IN];
    float[] weights = new float[SHARERS * EACH];
    for (int row = 0; row < weights.length; row++) {
      for (int i = 0; i < IN; i++) {
        inputs[row * IN + i] = (float) random.nextGaussian();
      }
      inputs[row * IN + row / EACH] += (float) apart;
      weights[row] = 1f / EACH;
    }
    ActivationSample sample = new ActivationSample(most);
    sample.add(
        new SlotActivations(
            manager.create(inputs, new Shape(SHARERS, EACH, IN)),
            manager.create(weights, new Shape(SHARERS, EACH))));
    return sample;
  }

  private static float[] fit(ActivationSample sample, LinearOptions options, long seed) {
    return SharerRegression.fit(sample, SHARERS, IN, options, seed);
  }

  private static int best(float[] gates, float[] values) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int sharer = 0; sharer < SHARERS; sharer++) {
      double logit = gates[(sharer + 1) * (IN + 1) - 1];
      for (int i = 0; i < IN; i++) {
        logit += gates[sharer * (IN + 1) + i] * values[i];
      }
      if (logit > most) {
        most = logit;
        best = sharer;
      }
    }
    return best;
  }

  private static double norm(float[] gates) {
    double sum = 0;
    for (float number : gates) {
      sum += number * number;
    }
    return Math.sqrt(sum);
  }

  @Test
  void sharersWhoDifferAreToldApart() {
    ActivationSample sample = sample(4, 0);
    float[] gates = fit(sample, OPTIONS, 1);
    List<ActivationSample.Activation> all = sample.activations();
    assertEquals(SHARERS * EACH, all.size());
    long right = all.stream().filter(one -> best(gates, one.values()) == one.sharer()).count();
    assertTrue(right > .97 * all.size(), right + " of " + all.size());
  }

  @Test
  void theGateOfASharerPointsAlongTheirOwnAxis() {
    float[] gates = fit(sample(4, 0), OPTIONS, 1);
    for (int sharer = 0; sharer < SHARERS; sharer++) {
      for (int other = 0; other < SHARERS; other++) {
        if (other != sharer) {
          float own = gates[sharer * (IN + 1) + sharer];
          assertTrue(own > gates[other * (IN + 1) + sharer], sharer + " against " + other);
        }
      }
    }
  }

  @Test
  void aSeedGivesTheSameGatesAgain() {
    assertArrayEquals(fit(sample(2, 0), OPTIONS, 1), fit(sample(2, 0), OPTIONS, 1));
  }

  @Test
  void regularisationKeepsGatesSmall() {
    LinearOptions free = new LinearOptions(20, 0.1, 0, 0);
    LinearOptions bound = new LinearOptions(20, 0.1, 1, 0);
    assertTrue(norm(fit(sample(4, 0), bound, 1)) < .5 * norm(fit(sample(4, 0), free, 1)));
  }

  @Test
  void asManyActivationsAsAskedForAreTakenOfEverySharerAndTheirWeightsSumToOne() {
    List<ActivationSample.Activation> some = sample(4, 20).activations();
    for (int sharer = 0; sharer < SHARERS; sharer++) {
      int own = sharer;
      assertEquals(20, some.stream().filter(one -> one.sharer() == own).count());
      double sum =
          some.stream()
              .filter(one -> one.sharer() == own)
              .mapToDouble(ActivationSample.Activation::weight)
              .sum();
      assertEquals(1, sum, 1e-6);
    }
  }

  @Test
  void aSharerAloneHasNobodyToBeToldFrom() {
    ActivationSample sample = new ActivationSample(0);
    sample.add(
        new SlotActivations(
            manager.randomNormal(new Shape(1, 5, IN)), manager.full(new Shape(1, 5), .2f)));
    assertArrayEquals(new float[IN + 1], SharerRegression.fit(sample, 1, IN, OPTIONS, 1));
  }
}
