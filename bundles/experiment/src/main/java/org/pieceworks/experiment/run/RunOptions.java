package org.pieceworks.experiment.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an experiment is run.
 *
 * @param directory where result files go, created where there is none
 * @param resume whether to go on with the newest unfinished run of the same experiment
 * @param plugInTimeout how long a call of a plug-in may give no sign before its trial is given up;
 *     zero: for ever
 */
public record RunOptions(Path directory, boolean resume, Duration plugInTimeout) {

  /** How long a call of a plug-in may give no sign unless somebody says otherwise. */
  public static final Duration PLUG_IN_TIMEOUT = Duration.ofMinutes(30);

  /** With the usual patience for plug-ins. */
  public RunOptions(Path directory, boolean resume) {
    this(directory, resume, PLUG_IN_TIMEOUT);
  }
}
