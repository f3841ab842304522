package org.pieceworks.ui.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.CancelledException;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.run.RunOptions;
import org.pieceworks.experiment.run.RunResult;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.report.FreshResults;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.ui.internal.view.experiments.Workfolder;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.QueuedRun.State;
import org.pieceworks.ui.run.RunQueue;

/** Runs experiments of this process one after the other, on a thread of its own. */
@Component
public final class LocalRunQueue implements RunQueue {

  private static final long LAST_WAIT_IN_MS = 50_000;

  private final ExperimentFiles files;
  private final ExperimentRunner runner;
  private final ReportWriter reports;
  private final List<LiveRun> runs = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Thread worker;
  private int count;

  /** Takes the services that the command line runs experiments with, too. */
  @Activate
  public LocalRunQueue(
      @Reference ExperimentFiles files,
      @Reference ExperimentRunner runner,
      @Reference ReportWriter reports) {
    this.files = files;
    this.runner = runner;
    this.reports = reports;
  }

  @Override
  public int submit(Path file, List<String> overrides, boolean resume) {
    int number;
    synchronized (this) {
      number = ++count;
      runs.add(new LiveRun(number, file, overrides, resume, this::changed));
      if (worker == null) {
        worker = new Thread(this::work, "runs");
        worker.setDaemon(true);
        worker.start();
      }
    }
    changed();
    return number;
  }

  private void work() {
    Optional<LiveRun> next = next();
    while (next.isPresent()) {
      run(next.get());
      // A run that was stopped may have left the interrupt that stopped it.
      Thread.interrupted();
      next = next();
    }
  }

  private synchronized Optional<LiveRun> next() {
    Optional<LiveRun> waiting =
        runs.stream().filter(run -> run.now().state() == State.WAITING).findFirst();
    if (waiting.isEmpty()) {
      worker = null;
      notifyAll();
    }
    return waiting;
  }

  private void run(LiveRun run) {
    QueuedRun asked = run.now();
    try {
      Experiment experiment =
          files.read(asked.file(), asked.overrides(), Optional.empty(), Optional.empty());
      run.begin(experiment.name(), experiment.trials());
      Path target = Workfolder.current().folder().resolve(FreshResults.standard(experiment));
      try (FreshResults fresh = new FreshResults(target)) {
        RunOptions options = new RunOptions(fresh.folder(), run.resume());
        RunResult result = runner.run(experiment, options, run);
        boolean failed = result.run().state() == RunState.FAILED;
        if (result.run().done().isEmpty()) {
          run.end(State.FAILED, Optional.empty(), firstError(result));
        } else {
          Path page = fresh.publish(reports.write(result.run(), fresh.folder()));
          run.end(failed ? State.FAILED : State.DONE, Optional.of(page), firstError(result));
        }
      }
    } catch (CancelledException e) {
      run.end(State.STOPPED, Optional.empty(), "");
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      run.end(State.FAILED, Optional.empty(), message);
    }
  }

  private static String firstError(RunResult result) {
    return result.run().failed().stream()
        .findFirst()
        .flatMap(trial -> trial.error())
        .map(error -> error.message())
        .orElse("");
  }

  @Override
  public List<QueuedRun> runs() {
    return live().stream().map(LiveRun::now).toList();
  }

  private synchronized List<LiveRun> live() {
    return List.copyOf(runs);
  }

  @Override
  public void stop(int number) {
    live().stream().filter(run -> run.now().number() == number).forEach(LiveRun::stop);
  }

  @Override
  public void pause(int number, boolean pause) {
    live().stream().filter(run -> run.now().number() == number).forEach(run -> run.pause(pause));
  }

  @Override
  public void clear() {
    synchronized (this) {
      runs.removeIf(run -> run.now().state().ended());
    }
    changed();
  }

  @Override
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public int running() {
    return (int) runs().stream().filter(run -> !run.state().ended()).count();
  }

  @Override
  public void stopAll() {
    live().forEach(LiveRun::stop);
    Thread running;
    synchronized (this) {
      running = worker;
    }
    if (running != null) {
      try {
        running.join(LAST_WAIT_IN_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Stops what is under way. */
  @Deactivate
  public void close() {
    stopAll();
  }
}
