package org.pieceworks.methods.assembly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
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

  /**
   * Chooses by scores: top-k, the nucleus or a draw among the best, weighted by a softmax over the
   * chosen scores.
   *
   * @param seed of the draw
   */
  static Choice of(float[] scores, AssemblyOptions options, boolean takesAll, long seed) {
    int[] ranked = ranked(scores);
    int count =
        takesAll
            ? scores.length
            : options.topP() > 0
                ? nucleus(scores, ranked, options)
                : Math.min(options.topK(), scores.length);
    int[] best = Arrays.copyOf(ranked, Math.min(scores.length, Math.max(count, options.sample())));
    int[] chosen =
        count < best.length ? drawn(scores, best, count, options.sampleTemperature(), seed) : best;
    return weighted(scores, chosen, options);
  }

  /** Some pieces, weighted by a softmax over their scores. */
  static Choice weighted(float[] scores, int[] chosen, AssemblyOptions options) {
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

  /**
   * Chooses among some pieces only.
   *
   * @param scores of these alone
   * @param some their positions
   */
  static Choice of(
      float[] scores, int[] some, AssemblyOptions options, boolean takesAll, long seed) {
    Choice choice = of(scores, options, takesAll, seed);
    return new Choice(
        Arrays.stream(choice.pieces).map(piece -> some[piece]).toArray(), choice.weights);
  }

  /** The same choice, its pieces counted among some that are given in ascending order. */
  Choice among(int[] some) {
    return new Choice(
        Arrays.stream(pieces).map(piece -> Arrays.binarySearch(some, piece)).toArray(), weights);
  }

  /**
   * Positions, the highest score first, of equal ones the first. Score and position are sorted as
   * one number: a thousand pieces at every slot would make objects of each dear.
   */
  private static int[] ranked(float[] scores) {
    long[] keys = new long[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int bits = Float.floatToIntBits(-scores[i]);
      int ordered = bits ^ bits >> 31 & Integer.MAX_VALUE;
      keys[i] = (long) ordered << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
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

  /**
   * Draws without replacement with softmax odds, by the greatest of scores with Gumbel noise; the
   * noise belongs to a piece's position, whatever its rank.
   *
   * @param best positions, best first; the drawn keep this order
   */
  private static int[] drawn(float[] scores, int[] best, int count, double temperature, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] noisy = new double[scores.length];
    for (int i = 0; i < noisy.length; i++) {
      double uniform = random.nextDouble(Double.MIN_NORMAL, 1);
      noisy[i] = scores[i] / temperature - Math.log(-Math.log(uniform));
    }
    Set<Integer> drawn =
        Arrays.stream(best)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -noisy[i]))
            .limit(count)
            .collect(Collectors.toSet());
    return Arrays.stream(best).filter(drawn::contains).toArray();
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
