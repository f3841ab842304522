package org.pieceworks.api.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;

/**
 * Who may be chosen, and by what.
 *
 * @param candidates in data set order
 * @param embeddings per candidate its history embedding, {@code [candidates][width]}; computed on
 *     first use
 * @param count how many sharers are wanted
 * @param seed for every random choice
 * @param targets the ids of those who will be served; empty unless {@link
 *     SharerSelection#readsTruth}
 * @param truth what a generator knows, for controls alone; empty unless {@link
 *     SharerSelection#readsTruth}, and for real data
 */
public record SelectionContext(
    List<User> candidates,
    Supplier<float[][]> embeddings,
    int count,
    long seed,
    List<String> targets,
    Optional<Truth> truth) {

  /** Copies the lists. */
  public SelectionContext {
    candidates = List.copyOf(candidates);
    targets = List.copyOf(targets);
  }

  /** What all but controls are given. */
  public SelectionContext(
      List<User> candidates, Supplier<float[][]> embeddings, int count, long seed) {
    this(candidates, embeddings, count, seed, List.of(), Optional.empty());
  }
}
