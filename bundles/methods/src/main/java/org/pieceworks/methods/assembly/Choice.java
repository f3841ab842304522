package org.pieceworks.methods.assembly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pieceworks.api.assembly.AssemblyOptions;

/**
 * Which pieces one target takes at one slot, best first.
 *
 * @param pieces positions among the offered pieces
 * @param weights summing to one at every slot
 */
record Choice(int[] pieces, double[] weights) {

  /** Chooses by scores: top-k or the nucleus, weighted by a softmax over the chosen scores. */
  static Choice of(float[] scores, AssemblyOptions options, boolean takesAll) {
    int[] ranked =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int count =
        takesAll
            ? scores.length
            : options.topP() > 0
                ? nucleus(scores, ranked, options)
                : Math.min(options.topK(), scores.length);
    int[] chosen = Arrays.copyOf(ranked, count);
    return new Choice(chosen, softmax(scores, chosen, options.temperature()));
  }

  /** This choice and another one among pieces that are counted from an offset. */
  Choice and(Choice other, int offset) {
    return new Choice(
        IntStream.concat(
                Arrays.stream(pieces), Arrays.stream(other.pieces).map(piece -> offset + piece))
            .toArray(),
        DoubleStream.concat(Arrays.stream(weights), Arrays.stream(other.weights)).toArray());
  }

  private static int nucleus(float[] scores, int[] ranked, AssemblyOptions options) {
    double[] shares = softmax(scores, ranked, options.nucleusTemperature());
    double reached = 0;
    for (int i = 0; i < shares.length; i++) {
      reached += shares[i];
      if (reached >= options.topP()) {
        return i + 1;
      }
    }
    return shares.length;
  }

  private static double[] softmax(float[] scores, int[] chosen, double temperature) {
    double best = scores[chosen[0]];
    double[] weights =
        Arrays.stream(chosen)
            .mapToDouble(i -> Math.exp((scores[i] - best) / temperature))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }
}
