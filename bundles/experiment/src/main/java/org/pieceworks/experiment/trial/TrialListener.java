package org.pieceworks.experiment.trial;

/** Sees how far a trial is, and says when it should stop. */
public interface TrialListener {

  /** Sees nothing and stops only when its thread is interrupted. */
  TrialListener SILENT = new TrialListener() {};

  /**
   * Called when a stage is about to be made; not for one that is there already.
   *
   * @param users whom the stage is for, 0 where it is for nobody in particular
   */
  default void stageStarted(String stage, int users) {}

  /**
   * Called as a stage goes on.
   *
   * @param done units finished so far
   * @param total all units, or 0 where unknown
   * @param unit what is counted, in the plural
   */
  default void stageProgress(String stage, long done, long total, String unit) {}

  /**
   * Called when a stage has measured something, such as the {@code loss} of a training step.
   *
   * @param what it is, in a word
   */
  default void stageMeasured(String stage, String what, double value) {}

  /** Called when a stage's product is there. */
  default void stageFinished(StageTime time) {}

  /** Whether the user asked to stop; asked at least once per training step or batch. */
  default boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
