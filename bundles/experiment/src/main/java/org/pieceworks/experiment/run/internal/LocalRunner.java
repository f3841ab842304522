package org.pieceworks.experiment.run.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.call.PluginException;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunListener;
import org.pieceworks.experiment.run.RunOptions;
import org.pieceworks.experiment.run.RunResult;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.run.TrialError;
import org.pieceworks.experiment.run.internal.store.LocalRunStore;
import org.pieceworks.experiment.run.internal.store.RunLock;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.TrialResult;
import org.pieceworks.experiment.trial.TrialRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs experiments on this machine, with its stage store and run store. */
@Component
public final class LocalRunner implements ExperimentRunner {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRunner.class);

  private final TrialRunner trials;
  private final RunResults results;
  private final Home home;

  /** Runs in the home that the environment names. */
  @Activate
  public LocalRunner(@Reference TrialRunner trials, @Reference RunResults results) {
    this(trials, results, Home.ofEnvironment());
  }

  /** Runs in a home. */
  public LocalRunner(TrialRunner trials, RunResults results, Home home) {
    this.trials = trials;
    this.results = results;
    this.home = home;
  }

  @Override
  public ExperimentRunner in(Home other) {
    return new LocalRunner(trials, results, other);
  }

  @Override
  public RunResult run(Experiment experiment, RunOptions options, RunListener listener) {
    if (stopped(listener)) {
      throw new CancelledException();
    }
    LocalRunStore store = new LocalRunStore(home.runs());
    RunPlan plan = new RunPlan(experiment);
    Optional<StoredRun> unfinished =
        options.resume() ? store.resumable(plan.fingerprint()) : Optional.empty();
    StoredRun run = unfinished.orElseGet(() -> plan.create(Machine.describe(trials.engine())));
    try (RunLock lock = store.lock(run.id());
        StageStore stages = new StageStore(home.stages())) {
      if (unfinished.isEmpty()) {
        store.add(run, plan.fingerprint(), experiment.folder());
      } else {
        store.state(run.id(), RunState.UNFINISHED);
      }
      listener.runStarted(run.id(), run.trials().size(), run.done().size());
      trials(experiment, run, options, store, stages, listener);
      RunState state = store.find(run.id()).failed().isEmpty() ? RunState.DONE : RunState.FAILED;
      store.state(run.id(), state);
    } catch (CancelledException | UncheckedIOException e) {
      throw stopped(listener) || e instanceof CancelledException ? interrupted(store, run) : e;
    }
    StoredRun finished = store.find(run.id());
    if (!finished.done().isEmpty()) {
      results.write(finished, options.directory());
    }
    return new RunResult(finished, options.directory());
  }

  private void trials(
      Experiment experiment,
      StoredRun run,
      RunOptions options,
      LocalRunStore store,
      StageStore stages,
      RunListener listener) {
    List<StoredTrial> all = run.trials();
    for (int i = 0; i < all.size(); i++) {
      StoredTrial trial = all.get(i);
      if (trial.result().isPresent()) {
        continue;
      }
      listener.trialStarted(i + 1, all.size(), trial.label());
      TrialWatch watch = new TrialWatch(listener, i + 1, all.size(), trial.label());
      PluginCalls calls = trials.calls();
      TrialThread thread = new TrialThread(trial.label(), calls, options.plugInTimeout());
      StoredTrial finished = trial(experiment, trial, stages, watch, thread);
      store.finish(run.id(), finished);
      listener.trialFinished(finished);
    }
  }

  /** The border to plug-ins: what one of them throws ends its trial and nothing else. */
  private StoredTrial trial(
      Experiment experiment,
      StoredTrial trial,
      StageStore stages,
      TrialWatch watch,
      TrialThread thread) {
    try {
      TrialResult result =
          thread.run(
              calls ->
                  trials.run(
                      experiment.points().get(trial.point()).trial(),
                      trial.seed(),
                      experiment.folder(),
                      stages,
                      watch,
                      calls));
      return new StoredTrial(
          trial.point(),
          trial.seed(),
          trial.settings(),
          RunState.DONE,
          Optional.of(result),
          Optional.empty());
    } catch (CancelledException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      if (watch.cancelled() || Thread.currentThread().isInterrupted()) {
        // An interrupt closes files under whoever reads them: what that throws is no failure.
        throw new CancelledException();
      }
      LOG.debug("trial {} failed", trial.label(), e);
      return failed(trial, e);
    }
  }

  private static StoredTrial failed(StoredTrial trial, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    boolean bad = e instanceof BadInputException;
    return new StoredTrial(
        trial.point(),
        trial.seed(),
        trial.settings(),
        RunState.FAILED,
        Optional.empty(),
        Optional.of(new TrialError(message(e), bad, trace.toString())));
  }

  /** What names a plug-in, an input or a file speaks for itself; others say what they are. */
  private static String message(Throwable e) {
    boolean speaks =
        e instanceof BadInputException
            || e instanceof PluginException
            || e instanceof UncheckedIOException;
    return speaks ? e.getMessage() : e.toString().replaceFirst("^[\\w.$]*\\.", "");
  }

  private static boolean stopped(RunListener listener) {
    return listener.cancelled() || Thread.currentThread().isInterrupted();
  }

  /** Notes that the run was stopped; the thread's interrupt would close the store's file. */
  private static CancelledException interrupted(LocalRunStore store, StoredRun run) {
    boolean flag = Thread.interrupted();
    try {
      store.state(run.id(), RunState.INTERRUPTED);
    } finally {
      if (flag) {
        Thread.currentThread().interrupt();
      }
    }
    return new CancelledException();
  }
}
