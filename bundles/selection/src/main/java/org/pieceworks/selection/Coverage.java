package org.pieceworks.selection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The choice that covers everybody best: the sum, over those to be covered, of the similarity to
 * the most similar of the chosen.
 *
 * @param similarities {@code [covered][candidates]}, none below 0
 */
record Coverage(float[][] similarities) {

  /**
   * Chooses greedily, of equally good candidates the first: what is covered is at least {@code 1 -
   * 1/e} of the most that as many can cover.
   *
   * @return ascending indices of candidates
   */
  List<Integer> choose(int candidates, int count) {
    double[] covered = new double[similarities.length];
    boolean[] taken = new boolean[candidates];
    for (int c = 0; c < Math.min(count, candidates); c++) {
      int best = best(covered, taken);
      taken[best] = true;
      Arrays.setAll(covered, i -> Math.max(covered[i], similarities[i][best]));
    }
    return IntStream.range(0, candidates).filter(i -> taken[i]).boxed().toList();
  }

  private int best(double[] covered, boolean[] taken) {
    int best = -1;
    double most = -1;
    for (int candidate = 0; candidate < taken.length; candidate++) {
      double gain = taken[candidate] ? -1 : gain(covered, candidate);
      if (gain > most) {
        most = gain;
        best = candidate;
      }
    }
    return best;
  }

  private double gain(double[] covered, int candidate) {
    double gain = 0;
    for (int i = 0; i < covered.length; i++) {
      gain += Math.max(0, similarities[i][candidate] - covered[i]);
    }
    return gain;
  }
}
