package org.pieceworks.pool;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.pieceworks.storage.Hashes;

/**
 * Which pieces of a slot are offered. They are ranked by a hash of seed, slot and sharer, so the
 * choice depends neither on the order in which sharers came nor on who else is there, and a smaller
 * ratio offers a part of what a larger one does.
 */
final class Offer {

  private Offer() {}

  static Places of(String slot, Places all, double ratio, long seed) {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("a sharing ratio is above 0 and at most 1, not " + ratio);
    }
    int count = count(all.size(), ratio);
    return count >= all.size() ? all : all.select(first(slot, all, seed, count));
  }

  /** Adding a trifle keeps 0.2 of 40 at 8, whatever binary fractions make of it. */
  private static int count(int pieces, double ratio) {
    return Math.max(1, (int) Math.floor(pieces * ratio + 1e-9));
  }

  private static int[] first(String slot, Places all, long seed, int count) {
    String[] ranks =
        Arrays.stream(all.sharers())
            .map(sharer -> Hashes.sha256OfStrings(String.valueOf(seed), slot, sharer))
            .toArray(String[]::new);
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> ranks[i]).thenComparing(i -> i))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
