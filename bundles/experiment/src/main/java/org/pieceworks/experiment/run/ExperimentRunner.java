package org.pieceworks.experiment.run;

import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.experiment.spec.Experiment;

/** Runs experiments. */
@ProviderType
public interface ExperimentRunner {

  /**
   * Runs all trials of an experiment, one after the other, and writes the result files. A trial
   * that fails is recorded with its error, and the others go on. A trial whose plug-in does not
   * return is given up: its thread is interrupted, and where that does not help it is left behind
   * as a daemon.
   *
   * @throws org.pieceworks.api.CancelledException if the listener says so or the thread is
   *     interrupted; what is done is stored, and the run can be resumed
   * @throws org.pieceworks.api.BadInputException if another process works on the run to be resumed
   */
  RunResult run(Experiment experiment, RunOptions options, RunListener listener);

  /** The same in another home: nothing of the usual one is read or written. */
  ExperimentRunner in(Home home);
}
