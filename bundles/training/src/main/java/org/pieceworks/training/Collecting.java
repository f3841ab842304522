package org.pieceworks.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;

/**
 * The gradient collector, of which the engine has one per process: one that was left open by a
 * thread that somebody gave up is taken from it.
 */
final class Collecting implements AutoCloseable {

  private static Collecting open;

  private final GradientCollector collector;
  private final Progress progress;

  private Collecting(GradientCollector collector, Progress progress) {
    this.collector = collector;
    this.progress = progress;
  }

  /**
   * Begins to collect.
   *
   * @param progress of whoever collects: says whether they are still wanted
   */
  static synchronized Collecting begin(Progress progress) {
    if (open != null && open.abandoned()) {
      open.collector.close();
    }
    open = new Collecting(Engine.getInstance().newGradientCollector(), progress);
    return open;
  }

  private boolean abandoned() {
    try {
      progress.checkCancelled();
      return false;
    } catch (CancelledException e) {
      return true;
    }
  }

  /** Computes the gradients of a loss. */
  void backward(NDArray loss) {
    collector.backward(loss);
  }

  @Override
  public void close() {
    synchronized (Collecting.class) {
      // Whoever comes back from being given up must not close another's.
      if (open == this) {
        collector.close();
        open = null;
      }
    }
  }
}
