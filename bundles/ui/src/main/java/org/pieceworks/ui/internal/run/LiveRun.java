package org.pieceworks.ui.internal.run;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final int number;
  private final Path file;
  private final List<String> overrides;
  private final boolean resume;
  private final Runnable changed;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<String, GrowingCurve> curves = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private String name;
  private State state = State.WAITING;
  private Optional<String> run = Optional.empty();
  private int total;
  private int done;
  private Optional<Path> report = Optional.empty();
  private String error = "";
  private boolean curvesAreOld;

  LiveRun(int number, Path file, List<String> overrides, boolean resume, Runnable changed) {
    this.number = number;
    this.file = file;
    this.overrides = overrides;
    this.resume = resume;
    this.changed = changed;
    name = file.getFileName().toString();
  }

  synchronized QueuedRun now() {
    return new QueuedRun(
        number,
        file,
        overrides,
        name,
        state,
        run,
        trials,
        total,
        done,
        report,
        error,
        log,
        curves.values().stream().map(GrowingCurve::now).toList());
  }

  synchronized State state() {
    return state;
  }

  int number() {
    return number;
  }

  boolean resume() {
    return resume;
  }

  /** Its experiment was read. */
  void begin(String experiment, int all) {
    change(
        () -> {
          name = experiment;
          total = all;
          state = state == State.WAITING ? State.RUNNING : state;
        });
  }

  /** It is over. */
  void end(State how, Optional<Path> page, String why) {
    change(
        () -> {
          state = how;
          report = page;
          error = why;
          say(how.name().toLowerCase(Locale.ROOT) + (why.isEmpty() ? "" : ": " + why));
        });
  }

  /** Asks it to stop. */
  void stop() {
    change(
        () -> {
          if (!state.ended()) {
            state = state == State.WAITING ? State.STOPPED : State.STOPPING;
          }
          notifyAll();
        });
  }

  /** Asks it to wait at the next border of a stage, or to go on. */
  void pause(boolean pause) {
    change(
        () -> {
          if (state == State.RUNNING || state == State.PAUSED) {
            state = pause ? State.PAUSED : State.RUNNING;
          }
          notifyAll();
        });
  }

  @Override
  public void runStarted(String id, int all, int finished) {
    change(
        () -> {
          run = Optional.of(id);
          total = all;
          done = finished;
          say("run " + id + ": " + all + " trials, " + finished + " of them done already");
        });
  }

  @Override
  public void trialStarted(int trial, int all, String label) {
    change(
        () -> {
          trials.add(new Trial(trial, label, List.of(), false, ""));
          curvesAreOld = true;
          say("trial " + trial + " of " + all + ": " + label);
        });
  }

  @Override
  public void progress(RunProgress progress) {
    change(
        () ->
            put(
                new Stage(
                    progress.stage(),
                    progress.done(),
                    progress.total(),
                    progress.unit(),
                    progress.stageLeft(),
                    Double.NaN,
                    false)));
  }

  @Override
  public void measured(int trial, String stage, String what, double value) {
    change(
        () -> {
          if (curvesAreOld) {
            curves.clear();
            curvesAreOld = false;
          }
          curves
              .computeIfAbsent(stage + "\n" + what, key -> new GrowingCurve(stage, what))
              .add(value);
        });
  }

  @Override
  public void stageFinished(int trial, StageTime time) {
    change(
        () ->
            put(
                new Stage(
                    time.stage(), 0, 0, "", Optional.empty(), time.seconds(), time.reused())));
    border();
  }

  /** Where a run pauses. */
  private synchronized void border() {
    while (state == State.PAUSED) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void trialFinished(StoredTrial trial) {
    change(
        () -> {
          String why = trial.error().map(TrialError::message).orElse("");
          if (!why.isEmpty()) {
            say("trial " + trial.label() + " failed: " + why);
          }
          Trial last = trials.get(trials.size() - 1);
          replaceLast(new Trial(last.number(), last.label(), last.stages(), true, why));
          done++;
        });
  }

  @Override
  public boolean cancelled() {
    return state() == State.STOPPING || Thread.currentThread().isInterrupted();
  }

  private void change(Runnable how) {
    synchronized (this) {
      how.run();
    }
    changed.run();
  }

  private void put(Stage stage) {
    if (trials.isEmpty()) {
      return;
    }
    Trial last = trials.get(trials.size() - 1);
    List<Stage> stages = new ArrayList<>(last.stages());
    int at = open(stages, stage.name());
    if (at < 0) {
      stages.add(stage);
    } else {
      stages.set(at, stage);
    }
    replaceLast(new Trial(last.number(), last.label(), stages, last.ended(), last.error()));
  }

  private void replaceLast(Trial trial) {
    trials.set(trials.size() - 1, trial);
  }

  /** Where a stage of that name is being made, -1 if none is. */
  private static int open(List<Stage> stages, String name) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).name().equals(name) && !stages.get(i).ended()) {
        return i;
      }
    }
    return -1;
  }

  private void say(String line) {
    log.add(CLOCK.format(LocalTime.now()) + " " + line);
    if (log.size() > LONGEST_LOG) {
      log.remove(0);
    }
  }
}
