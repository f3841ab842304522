package org.pieceworks.bench;

import java.util.Locale;

/**
 * How much a training step takes.
 *
 * @param members how many train together
 * @param rows of each member
 * @param tokens of a row; its last is only predicted
 */
record StepShape(int members, int rows, int tokens) {

  private static final int RANK = 8;

  /** All tokens of a step. */
  double all() {
    return (double) members * rows * tokens;
  }

  StepArithmetic arithmetic() {
    return new StepArithmetic(Workload.MODEL, members, rows, tokens - 1, Workload.ANSWER, RANK);
  }

  /** {@code 40 x 6x128}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d x %dx%d", members, rows, tokens);
  }
}
