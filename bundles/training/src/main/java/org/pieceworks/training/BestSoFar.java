package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The parameters of the lowest held-back loss, for every member its own.
 *
 * <p>The loss is a plain mean; a loss that is no number is no gain.
 */
final class BestSoFar implements AutoCloseable {

  private NDArray best;
  private final double[] losses;
  private final int[] steps;
  private final int[] idle;
  private final int patience;

  /**
   * Starts with parameters of unknown loss.
   *
   * @param parameters {@code [members, numbers]}
   * @param patience looks without a gain after which a member has had enough
   */
  BestSoFar(NDArray parameters, int patience, NDManager manager) {
    best = parameters.duplicate();
    best.attach(manager);
    int members = (int) parameters.getShape().get(0);
    losses = new double[members];
    Arrays.fill(losses, Double.POSITIVE_INFINITY);
    steps = new int[members];
    idle = new int[members];
    this.patience = patience;
  }

  /**
   * Keeps what is better than before.
   *
   * @return whether any member may still gain
   */
  boolean look(int step, NDArray parameters, double[] now) {
    boolean[] better = new boolean[losses.length];
    for (int m = 0; m < losses.length; m++) {
      better[m] = now[m] < losses[m];
      idle[m] = better[m] ? 0 : idle[m] + 1;
      if (better[m]) {
        losses[m] = now[m];
        steps[m] = step;
      }
    }
    keep(better, parameters);
    return Arrays.stream(idle).anyMatch(looks -> looks < patience);
  }

  private void keep(boolean[] better, NDArray parameters) {
    NDManager manager = best.getManager();
    try (NDArray rows = manager.create(better, new Shape(better.length, 1));
        NDArray chosen = rows.broadcast(parameters.getShape());
        NDArray before = best) {
      best = NDArrays.where(chosen, parameters, before);
      best.attach(manager);
    }
  }

  /** {@code [members, numbers]}. */
  NDArray parameters() {
    return best;
  }

  /** Per member after how many steps its parameters were kept. */
  int[] steps() {
    return steps.clone();
  }

  @Override
  public void close() {
    best.close();
  }
}
