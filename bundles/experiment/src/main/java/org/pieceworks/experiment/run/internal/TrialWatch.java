package org.pieceworks.experiment.run.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pieceworks.experiment.run.RunListener;
import org.pieceworks.experiment.run.RunProgress;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialListener;

/** Tells a run's listener how far a trial is. A stage may need another one while it is made. */
final class TrialWatch implements TrialListener {

  private final RunListener listener;
  private final int trial;
  private final int trials;
  private final String label;
  private final Deque<StageClock> open = new ArrayDeque<>();

  TrialWatch(RunListener listener, int trial, int trials, String label) {
    this.listener = listener;
    this.trial = trial;
    this.trials = trials;
    this.label = label;
  }

  @Override
  public void stageStarted(String stage, int users) {
    open.push(StageClock.begin(stage, users, System.nanoTime()));
    tell(stage, 0, 0, "", OptionalDouble.empty(), Optional.empty());
  }

  @Override
  public void stageProgress(String stage, long done, long total, String unit) {
    if (open.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    StageClock clock = open.pop().told(done, now);
    open.push(clock);
    tell(
        stage,
        done,
        total,
        unit,
        clock.usersPerSecond(done, total, now),
        clock.left(done, total, now));
  }

  private void tell(
      String stage,
      long done,
      long total,
      String unit,
      OptionalDouble rate,
      Optional<Duration> left) {
    listener.progress(new RunProgress(trial, trials, label, stage, done, total, unit, rate, left));
  }

  @Override
  public void stageMeasured(String stage, String what, double value) {
    listener.measured(trial, stage, what, value);
  }

  @Override
  public void stageFinished(StageTime time) {
    if (!time.reused()) {
      open.poll();
    }
    listener.stageFinished(trial, time);
  }

  @Override
  public boolean cancelled() {
    return listener.cancelled();
  }
}
