package org.pieceworks.ui.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is at some moment.
 *
 * @param number counts the runs of this window, from 1
 * @param file the experiment file
 * @param name the experiment's name, the file's until it is read
 * @param run its id in the run store, empty until it has one
 * @param trials in their order, those that have begun
 * @param total all trials, 0 until it is known
 * @param done how many trials are finished
 * @param report the page, once there is one
 * @param error why it failed, empty unless it did
 * @param log what happened, a line each
 * @param curves what the stages of the latest trial measured
 */
public record QueuedRun(
    int number,
    Path file,
    List<String> overrides,
    String name,
    State state,
    Optional<String> run,
    List<Trial> trials,
    int total,
    int done,
    Optional<Path> report,
    String error,
    List<String> log,
    List<Curve> curves) {

  /** Copies the lists. */
  public QueuedRun {
    curves = List.copyOf(curves);
    overrides = List.copyOf(overrides);
    trials = List.copyOf(trials);
    log = List.copyOf(log);
  }

  /**
   * A measure of a stage.
   *
   * @param what it is: {@code loss}
   * @param stride how many steps a point stands for
   * @param points the means of so many steps each
   */
  public record Curve(String stage, String what, int stride, double[] points) {}

  /** How far a run is. */
  public enum State {
    /** Waits for those before it. */
    WAITING,
    /** Under way. */
    RUNNING,
    /** Will pause, or pauses, at the next border of a stage. */
    PAUSED,
    /** Asked to stop and tidying up. */
    STOPPING,
    /** All trials went as asked. */
    DONE,
    /** A trial failed, or the run did. */
    FAILED,
    /** Stopped; it can be resumed. */
    STOPPED;

    /** Whether nothing more will happen. */
    public boolean ended() {
      return this == DONE || this == FAILED || this == STOPPED;
    }
  }

  /**
   * A trial that has begun.
   *
   * @param number from 1
   * @param label its swept settings and its seed
   * @param stages in the order in which they were needed
   * @param ended whether it is finished
   * @param error why it failed, empty unless it did
   */
  public record Trial(int number, String label, List<Stage> stages, boolean ended, String error) {

    /** Copies the stages. */
    public Trial {
      stages = List.copyOf(stages);
    }
  }

  /**
   * A stage of a trial.
   *
   * @param done units that are finished
   * @param total all units, 0 where unknown
   * @param unit what is counted, in the plural
   * @param left time left, where it can be told
   * @param seconds what its making took; NaN while it is made
   * @param reused whether it was there already
   */
  public record Stage(
      String name,
      long done,
      long total,
      String unit,
      Optional<Duration> left,
      double seconds,
      boolean reused) {

    /** Whether its product is there. */
    public boolean ended() {
      return !Double.isNaN(seconds);
    }
  }
}
