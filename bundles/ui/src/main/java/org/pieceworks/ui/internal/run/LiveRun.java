package org.pieceworks.ui.internal.run;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pieceworks.experiment.run.RunListener;
import org.pieceworks.experiment.run.RunProgress;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.run.TrialError;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.QueuedRun.Stage;
import org.pieceworks.ui.run.QueuedRun.State;
import org.pieceworks.ui.run.QueuedRun.Trial;

/** A run of the queue, which hears how far it is and may be asked to pause or stop. */
final class LiveRun implements RunListener {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final int LONGEST_LOG = 2000;

  private final Runnable changed;
  private final boolean resume;
  private QueuedRun now;
  private boolean stopping;
  private boolean paused;

  LiveRun(int number, Path file, List<String> overrides, boolean resume, Runnable changed) {
    this.changed = changed;
    this.resume = resume;
    String name = file.getFileName().toString();
    now =
        new QueuedRun(
            number,
            file,
            overrides,
            name,
            State.WAITING,
            Optional.empty(),
            List.of(),
            0,
            0,
            Optional.empty(),
            "",
            List.of());
  }

  synchronized QueuedRun now() {
    return now;
  }

  boolean resume() {
    return resume;
  }

  /** Its experiment was read. */
  void begin(String name, int trials) {
    synchronized (this) {
      now = with(name, stopping ? State.STOPPING : State.RUNNING, now.run(), now.trials(), trials);
    }
    changed.run();
  }

  /** It is over. */
  void end(State state, Optional<Path> report, String error) {
    synchronized (this) {
      String why = error.isEmpty() ? "" : ": " + error;
      log(state.name().toLowerCase(Locale.ROOT) + why);
      now =
          new QueuedRun(
              now.number(),
              now.file(),
              now.overrides(),
              now.name(),
              state,
              now.run(),
              now.trials(),
              now.total(),
              now.done(),
              report,
              error,
              now.log());
    }
    changed.run();
  }

  /** Asks it to stop. */
  void stop() {
    synchronized (this) {
      stopping = true;
      paused = false;
      if (!now.state().ended()) {
        boolean waiting = now.state() == State.WAITING;
        now = with(waiting ? State.STOPPED : State.STOPPING, now.trials());
      }
      notifyAll();
    }
    changed.run();
  }

  /** Asks it to wait at the next border of a stage, or to go on. */
  void pause(boolean pause) {
    synchronized (this) {
      if (now.state() == State.RUNNING || now.state() == State.PAUSED) {
        paused = pause;
        now = with(pause ? State.PAUSED : State.RUNNING, now.trials());
        notifyAll();
      }
    }
    changed.run();
  }

  @Override
  public void runStarted(String run, int trials, int done) {
    synchronized (this) {
      log("run " + run + ": " + trials + " trials, " + done + " of them done already");
      now = with(now.name(), now.state(), Optional.of(run), now.trials(), trials);
      now = done(done);
    }
    changed.run();
  }

  @Override
  public void trialStarted(int trial, int trials, String label) {
    synchronized (this) {
      log("trial " + trial + " of " + trials + ": " + label);
      List<Trial> all = new ArrayList<>(now.trials());
      all.add(new Trial(trial, label, List.of(), false, ""));
      now = with(now.name(), now.state(), now.run(), all, trials);
    }
    changed.run();
  }

  @Override
  public void progress(RunProgress progress) {
    Stage stage =
        new Stage(
            progress.stage(),
            progress.done(),
            progress.total(),
            progress.unit(),
            progress.stageLeft(),
            Double.NaN,
            false);
    put(stage);
  }

  @Override
  public void stageFinished(int trial, StageTime time) {
    put(new Stage(time.stage(), 0, 0, "", Optional.empty(), time.seconds(), time.reused()));
    border();
  }

  /** Where a run pauses. */
  private synchronized void border() {
    while (paused && !stopping) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void put(Stage stage) {
    synchronized (this) {
      List<Trial> all = new ArrayList<>(now.trials());
      if (all.isEmpty()) {
        return;
      }
      Trial last = all.get(all.size() - 1);
      List<Stage> stages = new ArrayList<>(last.stages());
      int at = open(stages, stage.name());
      if (at < 0) {
        stages.add(stage);
      } else {
        stages.set(at, stage);
      }
      all.set(
          all.size() - 1,
          new Trial(last.number(), last.label(), stages, last.ended(), last.error()));
      now = with(now.state(), all);
    }
    changed.run();
  }

  private static int open(List<Stage> stages, String name) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).name().equals(name) && !stages.get(i).ended()) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void trialFinished(StoredTrial trial) {
    synchronized (this) {
      String error = trial.error().map(TrialError::message).orElse("");
      if (!error.isEmpty()) {
        log("trial " + trial.label() + " failed: " + error);
      }
      List<Trial> all = new ArrayList<>(now.trials());
      Trial last = all.get(all.size() - 1);
      all.set(all.size() - 1, new Trial(last.number(), last.label(), last.stages(), true, error));
      now = with(now.state(), all);
      now = done(now.done() + 1);
    }
    changed.run();
  }

  @Override
  public boolean cancelled() {
    synchronized (this) {
      return stopping || Thread.currentThread().isInterrupted();
    }
  }

  private void log(String line) {
    List<String> log = new ArrayList<>(now.log());
    log.add(CLOCK.format(LocalTime.now()) + " " + line);
    if (log.size() > LONGEST_LOG) {
      log.remove(0);
    }
    now =
        new QueuedRun(
            now.number(),
            now.file(),
            now.overrides(),
            now.name(),
            now.state(),
            now.run(),
            now.trials(),
            now.total(),
            now.done(),
            now.report(),
            now.error(),
            log);
  }

  private QueuedRun with(State state, List<Trial> trials) {
    return with(now.name(), state, now.run(), trials, now.total());
  }

  private QueuedRun with(
      String name, State state, Optional<String> run, List<Trial> trials, int total) {
    return new QueuedRun(
        now.number(),
        now.file(),
        now.overrides(),
        name,
        state,
        run,
        trials,
        total,
        now.done(),
        now.report(),
        now.error(),
        now.log());
  }

  private QueuedRun done(int done) {
    return new QueuedRun(
        now.number(),
        now.file(),
        now.overrides(),
        now.name(),
        now.state(),
        now.run(),
        now.trials(),
        now.total(),
        done,
        now.report(),
        now.error(),
        now.log());
  }
}
