package org.pieceworks.experiment.run.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.pieceworks.api.CancelledException;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.trial.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a trial on a thread of its own, which can be left behind in a plug-in's endless call. */
final class TrialThread {

  private static final Logger LOG = LoggerFactory.getLogger(TrialThread.class);

  /** How often a trial is looked at, per patience and at least. */
  private static final int LOOKS = 4;

  private static final long LONGEST_LOOK_IN_MS = 1000;

  /** How long an interrupted plug-in has to make up its mind. */
  private static final long LAST_WORD_IN_MS = 1000;

  /** How long a stopped trial has to tidy up; the launcher ends the process after a minute. */
  private static final long TIDYING_IN_MS = 50_000;

  private final String label;
  private final PluginCalls calls;
  private final Duration patience;

  /**
   * Creates a thread.
   *
   * @param patience with a plug-in's call that gives no sign; zero: for ever
   */
  TrialThread(String label, PluginCalls calls, Duration patience) {
    this.label = label;
    this.calls = calls;
    this.patience = patience;
  }

  /**
   * What a trial results in.
   *
   * @throws org.pieceworks.experiment.call.PluginException if it was given up
   * @throws CancelledException if the calling thread is interrupted, whose interrupt is kept
   */
  TrialResult run(Function<PluginCalls, TrialResult> trial) {
    FutureTask<TrialResult> task = new FutureTask<>(() -> trial.apply(calls));
    Thread thread = new Thread(task, "trial " + label);
    thread.setDaemon(true);
    thread.start();
    try {
      return result(task, thread);
    } catch (InterruptedException e) {
      stop(thread);
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private TrialResult result(FutureTask<TrialResult> task, Thread thread)
      throws InterruptedException, ExecutionException {
    if (patience.isZero()) {
      return task.get();
    }
    long look = Math.max(1, Math.min(LONGEST_LOOK_IN_MS, patience.toMillis() / LOOKS));
    while (true) {
      try {
        return task.get(look, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Optional<String> stalled = calls.stalled(patience.toNanos());
        if (stalled.isPresent()) {
          throw givenUp(stalled.get(), thread);
        }
      }
    }
  }

  private RuntimeException givenUp(String plugin, Thread thread) throws InterruptedException {
    leave(thread, LAST_WORD_IN_MS);
    if (thread.isAlive()) {
      LOG.warn(
          "{} does not return and ignores its interrupt: its thread may keep a core busy until the"
              + " program ends",
          plugin);
    }
    return PluginCalls.unreturned(plugin, words(patience));
  }

  private void stop(Thread thread) {
    try {
      thread.interrupt();
      thread.join(TIDYING_IN_MS);
      calls.abandon();
    } catch (InterruptedException e) {
      // Asked twice: whoever asks waits no longer.
      calls.abandon();
    }
  }

  private void leave(Thread thread, long waitInMs) throws InterruptedException {
    calls.abandon();
    thread.interrupt();
    thread.join(waitInMs);
  }

  private static RuntimeException failure(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }

  private static String words(Duration time) {
    return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toMillis() + " ms";
  }
}
