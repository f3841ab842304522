package org.pieceworks.ui.run;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Runs experiments one after the other. May be called from any thread. */
@ProviderType
public interface RunQueue {

  /**
   * Takes up a run; it begins when those before it have ended.
   *
   * @param overrides {@code path=value}
   * @param resume whether to go on with the newest unfinished run of the same experiment
   * @return its number
   */
  int submit(Path file, List<String> overrides, boolean resume);

  /** All runs of this window, the oldest first. */
  List<QueuedRun> runs();

  /** Stops a run, or takes it out of the queue; what is done is kept. */
  void stop(int number);

  /** Lets a run wait at the next border of a stage, or go on. */
  void pause(int number, boolean pause);

  /** Forgets runs that have ended. */
  void clear();

  /** Calls somebody whenever something changes, from any thread and often. */
  void listen(Runnable listener);

  /** Calls them no more. */
  void forget(Runnable listener);

  /** How many runs have not ended. */
  int running();

  /** Stops all and returns when they have stopped. */
  void stopAll();
}
