package org.pieceworks.api;

/** Where long work reports how far it is, and learns that it should stop. */
public interface Progress {

  /** Reports nothing and stops only when its thread is interrupted. */
  Progress SILENT = (done, total, unit) -> {};

  /**
   * Reports progress of the current step.
   *
   * @param done units finished so far
   * @param total all units, or 0 where unknown
   * @param unit what is counted, in the plural: {@code steps}, {@code users}
   */
  void report(long done, long total, String unit);

  /**
   * Reports a number that the work watches, such as the {@code loss} of a training step.
   *
   * @param what it is, in a word
   */
  default void measured(String what, double value) {}

  /**
   * Returns normally while the work should go on. Called at least once per training step or batch.
   */
  default void checkCancelled() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }
}
