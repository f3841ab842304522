package org.pieceworks.selection;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.api.selection.SelectionContext;

/** Small sets of candidates, and all their subsets. */
final class Subsets {

  private Subsets() {}

  /** The values of all subsets of a size. */
  static DoubleStream values(int of, int size, ToDoubleFunction<List<Integer>> value) {
    return IntStream.range(0, 1 << of)
        .filter(bits -> Integer.bitCount(bits) == size)
        .mapToObj(bits -> IntStream.range(0, of).filter(i -> (bits >> i & 1) == 1).boxed().toList())
        .mapToDouble(value);
  }

  /** Points by lot. */
  static float[][] points(int count, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] points = new float[count][width];
    for (float[] point : points) {
      for (int d = 0; d < width; d++) {
        point[d] = (float) random.nextDouble(-1, 1);
      }
    }
    return points;
  }

  /** Candidates with given embeddings and numbers of history items. */
  static SelectionContext context(float[][] embeddings, int[] items, int count) {
    List<User> users =
        IntStream.range(0, embeddings.length)
            .mapToObj(i -> new User("u" + i, history(items[i]), List.of()))
            .toList();
    return new SelectionContext(users, () -> embeddings, count, 0);
  }

  /** Equally active candidates. */
  static SelectionContext context(float[][] embeddings, int count) {
    return context(embeddings, new int[embeddings.length], count);
  }

  private static List<Item> history(int size) {
    return Collections.nCopies(size, new Item("x", "in", "out"));
  }
}
