package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * The parameters of the lowest held-back loss, for every member its own.
 *
 * <p>The loss is a plain mean; a loss that is no number is no gain.
 */
final class BestSoFar implements AutoCloseable {

  private final NDArray best;
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
    for (int m = 0; m < losses.length; m++) {
      if (now[m] < losses[m]) {
        losses[m] = now[m];
        steps[m] = step;
        idle[m] = 0;
        try (NDArray row = parameters.get(m);
            NDArray place = best.get(m)) {
          row.copyTo(place);
        }
      } else {
        idle[m]++;
      }
    }
    return Arrays.stream(idle).anyMatch(looks -> looks < patience);
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
