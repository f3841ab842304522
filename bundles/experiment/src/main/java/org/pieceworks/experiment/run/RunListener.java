package org.pieceworks.experiment.run;

import org.pieceworks.experiment.trial.StageTime;

/**
 * Sees how far a run is, and says when it should stop. Called on the run's own thread and on that
 * of the trial under way, never on both at a time.
 */
public interface RunListener {

  /** Sees nothing and stops only when its thread is interrupted. */
  RunListener SILENT = new RunListener() {};

  /**
   * Called once before the first trial.
   *
   * @param run its id in the run store
   * @param done trials that are done already, where a run is resumed
   */
  default void runStarted(String run, int trials, int done) {}

  /**
   * Called before a trial.
   *
   * @param trial from 1
   * @param label its swept settings and its seed
   */
  default void trialStarted(int trial, int trials, String label) {}

  /** Called as a stage goes on, as often as the stage reports: whoever draws picks. */
  default void progress(RunProgress progress) {}

  /**
   * Called when a stage has measured something, such as the {@code loss} of a training step.
   *
   * @param trial from 1
   * @param what it is, in a word
   */
  default void measured(int trial, String stage, String what, double value) {}

  /**
   * Called when a stage's product is there; no plug-in is at work then, and the trial waits as long
   * as this takes.
   *
   * @param trial from 1
   */
  default void stageFinished(int trial, StageTime time) {}

  /** Called after a trial, whatever became of it. */
  default void trialFinished(StoredTrial trial) {}

  /** Whether the user asked to stop; asked at least once per training step or batch. */
  default boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
