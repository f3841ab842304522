package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.pieceworks.api.model.ModelConfig;

/**
 * How much passes through a model at once. Stacking users makes steps cheap, memory bounds how
 * many: the bounds depend on the model's shape alone, never on the machine's load, so that the same
 * file gives the same groups and with them the same numbers.
 */
final class Budget {

  /** Users trained in one stack: more gain little speed, fewer leave it unused. */
  private static final int MOST_STACKED = 16;

  /**
   * Numbers that training keeps for its backward pass, in float32 a gigabyte: what bounds the stack
   * of a large model to one user.
   */
  private static final long TRAINING_NUMBERS = 1L << 28;

  /**
   * Numbers of the widest state of a pass without gradients, of which several stand side by side:
   * 64 megabytes in float32.
   */
  private static final long PASS_NUMBERS = 1L << 24;

  /** Tokens of a pass without gradients, however narrow the model. */
  private static final long PASS_TOKENS = 1L << 16;

  /** Numbers of key/value caches and scores while answers are generated: a gigabyte in float32. */
  private static final long GENERATION_NUMBERS = 1L << 28;

  /** Numbers that a group's activations at all slots may take: a quarter of a gigabyte. */
  static final long ACTIVATION_NUMBERS = 1L << 26;

  private Budget() {}

  /** How many users are trained together. */
  static int stacked(ModelConfig config, int batch) {
    // Kept per token and layer: about a dozen hidden states and two feed-forward ones.
    long perToken = (long) config.layers() * (12L * config.width() + 3L * config.feedForward());
    long perUser = perToken * batch * Math.min(config.maxPositions(), 128);
    return (int) Math.max(1, Math.min(MOST_STACKED, TRAINING_NUMBERS / perUser));
  }

  /** How many tokens pass without gradients. */
  static long passTokens(ModelConfig config) {
    long widest = Math.max(config.width(), config.feedForward());
    return Math.max(1024, Math.min(PASS_TOKENS, PASS_NUMBERS / widest));
  }

  /** How many users are answered together, each with so many rows of so many tokens. */
  static int answered(ModelConfig config, int rows, int tokens) {
    long cache = 2L * config.layers() * config.keyWidth();
    long work = 8L * config.width() + 3L * config.feedForward() + (long) config.heads() * tokens;
    long perUser = (long) rows * tokens * (cache + work);
    return (int) Math.max(1, Math.min(64, GENERATION_NUMBERS / Math.max(1, perUser)));
  }

  /**
   * Consecutive runs of users whose size, padded to the largest, stays within a bound; a run holds
   * at least one user.
   */
  static <T> List<List<T>> runs(List<T> users, ToLongFunction<T> size, long bound) {
    List<List<T>> runs = new ArrayList<>();
    int from = 0;
    long largest = 0;
    for (int i = 0; i < users.size(); i++) {
      long with = Math.max(largest, size.applyAsLong(users.get(i)));
      if (i > from && with * (i - from + 1) > bound) {
        runs.add(users.subList(from, i));
        from = i;
        with = size.applyAsLong(users.get(i));
      }
      largest = with;
    }
    if (from < users.size()) {
      runs.add(users.subList(from, users.size()));
    }
    return runs;
  }
}
