package org.pieceworks.ui.internal.view.pool;

import java.nio.file.Path;
import org.pieceworks.experiment.run.Home;

/**
 * The pool that is looked at.
 *
 * @param title in words
 * @param writable whether it may be written to: a run's may not
 */
record PoolChoice(Path directory, String title, boolean writable) {

  /** Whether it is the user's own, which need not be there yet. */
  boolean own() {
    return directory.equals(Home.ofEnvironment().pool());
  }
}
