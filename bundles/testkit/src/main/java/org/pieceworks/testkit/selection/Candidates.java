package org.pieceworks.testkit.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.selection.SelectionContext;

/**
 * Candidates and targets whose truth is known.
 *
 * @param embeddings per candidate
 */
record Candidates(List<User> users, float[][] embeddings, List<String> targets, Truth truth) {

  private static final int CLUMPS = 4;
  private static final int TARGETS = 6;

  /** Four far-apart clumps of candidates with longer and shorter histories. */
  static Candidates clumps(int size, String prefix) {
    SplittableRandom random = new SplittableRandom(11);
    float[][] embeddings = new float[size][CLUMPS];
    List<User> users = new ArrayList<>();
    Map<String, double[]> mixtures = new HashMap<>();
    for (int i = 0; i < size; i++) {
      for (int d = 0; d < CLUMPS; d++) {
        embeddings[i][d] = (float) random.nextDouble() + (i % CLUMPS == d ? 20 : 0);
      }
      users.add(user(prefix + i, 5 + i * 7 % size));
      mixtures.put(prefix + i, mixture(i, random));
    }
    return with(users, embeddings, mixtures, prefix, random);
  }

  /** Candidates whom nothing tells apart. */
  static Candidates same(int size, float value) {
    float[][] embeddings = new float[size][CLUMPS];
    List<User> users = new ArrayList<>();
    Map<String, double[]> mixtures = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Arrays.fill(embeddings[i], value);
      users.add(user("u" + i, 12));
      mixtures.put("u" + i, new double[] {1, 0, 0, 0});
    }
    return with(users, embeddings, mixtures, "u", new SplittableRandom(11));
  }

  private static Candidates with(
      List<User> users,
      float[][] embeddings,
      Map<String, double[]> mixtures,
      String prefix,
      SplittableRandom random) {
    List<String> targets = new ArrayList<>();
    for (int t = 0; t < TARGETS; t++) {
      targets.add(prefix + "target" + t);
      mixtures.put(targets.get(t), mixture(t, random));
    }
    return new Candidates(users, embeddings, targets, new Truth(mixtures, Map.of(), Map.of()));
  }

  private static User user(String id, int items) {
    return new User(id, Collections.nCopies(items, new Item("x", "in", "out")), List.of());
  }

  /** Mostly one persona. */
  private static double[] mixture(int of, SplittableRandom random) {
    double[] weights = new double[CLUMPS];
    Arrays.setAll(weights, d -> random.nextDouble() * 0.2 + (of % CLUMPS == d ? 1 : 0));
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** All of them, by their places. */
  List<Integer> indices() {
    return IntStream.range(0, users.size()).boxed().toList();
  }

  /** What a selection is given. */
  SelectionContext context(int count, long seed, boolean truthful) {
    return truthful
        ? new SelectionContext(users, () -> embeddings, count, seed, targets, Optional.of(truth))
        : new SelectionContext(users, () -> embeddings, count, seed);
  }
}
