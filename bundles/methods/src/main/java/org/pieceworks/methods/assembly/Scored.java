package org.pieceworks.methods.assembly;

import java.util.Arrays;
import java.util.Optional;
import org.pieceworks.api.assembly.AssemblyOptions;

/**
 * What pieces of a slot score for the targets.
 *
 * @param scores per target, of the pieces that were scored for it
 * @param found per target their positions among the offered, ascending; empty: all
 */
record Scored(float[][] scores, Optional<int[][]> found) {

  static Scored all(float[][] scores) {
    return new Scored(scores, Optional.empty());
  }

  /**
   * Each target's own part of scores of what any target found.
   *
   * @param any the positions that were scored, ascending
   * @param scores {@code [targets][any]}
   */
  static Scored some(int[][] found, int[] any, float[][] scores) {
    float[][] own = new float[found.length][];
    for (int t = 0; t < found.length; t++) {
      own[t] = new float[found[t].length];
      for (int i = 0; i < own[t].length; i++) {
        own[t][i] = scores[t][Arrays.binarySearch(any, found[t][i])];
      }
    }
    return new Scored(own, Optional.of(found));
  }

  Choice choice(int target, AssemblyOptions options, boolean takesAll, long seed) {
    float[] own = scores[target];
    return found
        .map(some -> Choice.of(own, some[target], options, takesAll, seed))
        .orElseGet(() -> Choice.of(own, options, takesAll, seed));
  }

  /** Scores of all offered pieces, NaN where there are none. */
  float[][] rows(int offered) {
    if (found.isEmpty()) {
      return scores;
    }
    float[][] rows = new float[scores.length][offered];
    for (int t = 0; t < rows.length; t++) {
      Arrays.fill(rows[t], Float.NaN);
      for (int i = 0; i < scores[t].length; i++) {
        rows[t][found.get()[t][i]] = scores[t][i];
      }
    }
    return rows;
  }
}
