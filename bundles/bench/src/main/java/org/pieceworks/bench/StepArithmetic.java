package org.pieceworks.bench;

import org.pieceworks.api.model.DecoderConfig;

/**
 * Floating-point operations of a training step whose frozen weights get no gradients: what the
 * products of matrices need, two operations for each number and position. Scores of attention count
 * where a query may look; but for its keys and values the last layer counts at labelled positions
 * only, which end their rows, since nothing else is read from it. Nothing is counted twice, so a
 * step that computes something again for its backward pass shows as slower.
 *
 * @param members how many train together
 * @param rows of each member
 * @param seq positions of a row
 * @param labels of a row: the head sees no other positions
 * @param rank of the LoRA on q_proj, k_proj, v_proj and o_proj
 */
record StepArithmetic(DecoderConfig model, int members, int rows, int seq, int labels, int rank) {

  private static final double MULTIPLY_AND_ADD = 2;
  private static final int SITES = 4;

  /** A step that trains the adapters. */
  double lora() {
    double forward = adapters();
    // To both factors, and through both to what enters, which nobody needs at the very first sites.
    double factors = adapters();
    double inputs = adapters() - firstInputs() * MULTIPLY_AND_ADD * rank * model.width();
    return frozen() + forward + factors + inputs;
  }

  /** A step that trains a gate at every site, the adapters frozen. */
  double gates() {
    double gates = siteInputs() * MULTIPLY_AND_ADD * model.width();
    double firstGates = firstInputs() * MULTIPLY_AND_ADD * model.width();
    double firstAdapters = firstInputs() * MULTIPLY_AND_ADD * rank * 2 * model.width();
    // Adapters: forth, and back to what enters. Gates: forth, back to themselves and what enters.
    return frozen() + 2 * adapters() - firstAdapters + 3 * gates - firstGates;
  }

  private double positions() {
    return (double) members * rows * seq;
  }

  private double labelled() {
    return (double) members * rows * labels;
  }

  /**
   * Positions that enter all adapted sites together: the last q_proj and o_proj see labels only.
   */
  private double siteInputs() {
    return positions() * (model.layers() * SITES - 2) + 2 * labelled();
  }

  /** Positions that enter q_proj, k_proj and v_proj of the first layer. */
  private double firstInputs() {
    return 2 * positions() + (model.layers() == 1 ? labelled() : positions());
  }

  /** All adapters once. */
  private double adapters() {
    double width = model.width();
    return siteInputs() * MULTIPLY_AND_ADD * rank * (width + width);
  }

  /** Pairs of a position that looks and one that it sees, of the last so many of each row. */
  private double pairs(int looking) {
    return (double) members * rows * looking * (2 * seq - looking + 1) / 2;
  }

  private double frozen() {
    double width = model.width();
    double before = 2 * width * width;
    double past = 2 * width * width + 3 * width * model.feedForward();
    double inputs = positions() * model.layers() * before;
    double outputs = (positions() * (model.layers() - 1) + labelled()) * past;
    double weights = MULTIPLY_AND_ADD * (inputs + outputs);
    double first = firstInputs() * MULTIPLY_AND_ADD * width * width;
    double pairs = (model.layers() - 1) * pairs(seq) + pairs(labels);
    // Forth: scores, and what they weigh. Back: to both factors of each.
    double attention = 3 * 2 * MULTIPLY_AND_ADD * pairs * width;
    double head = 2 * MULTIPLY_AND_ADD * labelled() * width * model.vocabulary();
    return 2 * weights - first + attention + head;
  }
}
