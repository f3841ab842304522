package org.pieceworks.ui.internal.trial;

import java.util.function.Function;
import java.util.function.Supplier;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.ServedTrial;
import org.pieceworks.experiment.trial.ServedTrials;

/**
 * A trial that is served again: its model is loaded when it is first asked for and held until it is
 * closed, after which it may be asked again. Not to be asked on the event thread.
 */
public final class LazyTrial implements AutoCloseable {

  private final Supplier<ServedTrials> trials;
  private final Experiment experiment;
  private final StoredTrial trial;
  private StageStore store;
  private ServedTrial open;
  private volatile boolean ended;

  /** Loads nothing yet. */
  public LazyTrial(Supplier<ServedTrials> trials, Experiment experiment, StoredTrial trial) {
    this.trials = trials;
    this.experiment = experiment;
    this.trial = trial;
  }

  /**
   * Asks it something.
   *
   * @throws CancelledException if nobody wants to know any more
   */
  public synchronized <T> T with(Progress progress, Function<ServedTrial, T> question) {
    if (ended) {
      throw new CancelledException();
    }
    if (open == null) {
      store = new StageStore(Home.ofEnvironment().stages());
      try {
        open =
            trials
                .get()
                .open(
                    experiment.points().get(trial.point()).trial(),
                    trial.seed(),
                    experiment.folder(),
                    store,
                    progress);
      } finally {
        if (open == null) {
          store.close();
        }
      }
    }
    return question.apply(open);
  }

  /** Answers nothing any more. */
  void end() {
    ended = true;
  }

  /** Lets go of the model; waits for who is asking. */
  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      store.close();
      open = null;
    }
  }
}
