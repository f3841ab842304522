package org.pieceworks.experiment.trial;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far scores rank pieces and not tell targets apart. A score is taken apart into the target's
 * own mean, which no choice depends on, what is left of a piece on average over the targets, and
 * the rest; the share is that of the second in the variance of both. At one, every target gets the
 * same pieces; scores of pure noise come to about one over the number of targets.
 */
final class Hubness {

  /** Below this part of the squared scores, variance is rounding. */
  private static final double ROUNDING = 1e-12;

  private Hubness() {}

  /**
   * The share of the variance of the scores that is the same for every target, averaged over slots.
   *
   * @param scores {@code [slots][targets][pieces]}
   * @return from 0 to 1; empty where no slot tells, since it has one target only or equal scores
   */
  static OptionalDouble of(float[][][] scores) {
    return Arrays.stream(scores)
        .map(Hubness::ofSlot)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  private static OptionalDouble ofSlot(float[][] scores) {
    int targets = scores.length;
    if (targets < 2) {
      return OptionalDouble.empty();
    }
    int pieces = scores[0].length;
    double[] common = new double[pieces];
    double total = 0;
    double squares = 0;
    for (float[] row : scores) {
      double mean = 0;
      for (float score : row) {
        mean += score / pieces;
        squares += (double) score * score;
      }
      for (int piece = 0; piece < pieces; piece++) {
        double own = row[piece] - mean;
        common[piece] += own / targets;
        total += own * own;
      }
    }
    double same = targets * Arrays.stream(common).map(x -> x * x).sum();
    return total <= ROUNDING * squares ? OptionalDouble.empty() : OptionalDouble.of(same / total);
  }
}
