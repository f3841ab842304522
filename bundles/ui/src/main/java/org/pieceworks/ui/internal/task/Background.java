package org.pieceworks.ui.internal.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.pieceworks.api.CancelledException;
import org.pieceworks.ui.Work;

/** Work away from the event thread. What is said of it and what comes of it arrives there. */
public final class Background implements AutoCloseable {

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "workbench-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
  private final List<Job> jobs = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Runnable changed;
  private boolean begun;

  /**
   * Creates it without work; nothing is begun before {@link #begin}.
   *
   * @param changed called on the event thread when work comes, goes on or goes
   */
  public Background(Runnable changed) {
    this.changed = changed;
  }

  /** Begins with what waits: while the window opens, other work would only hold it up. */
  public void begin() {
    begun = true;
    waiting.forEach(threads::execute);
    waiting.clear();
  }

  /** Starts something; see {@link org.pieceworks.ui.Desk#background}. */
  public <T> Job start(String title, Work<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    Job job = new Job(title, changed);
    if (threads.isShutdown()) {
      job.cancel();
      return job;
    }
    jobs.add(job);
    changed.run();
    Runnable run = () -> run(job, work, then, failed);
    if (begun) {
      threads.execute(run);
    } else {
      waiting.add(run);
    }
    return job;
  }

  private <T> void run(Job job, Work<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    try {
      T result = work.run(job);
      end(job, () -> then.accept(result));
    } catch (CancelledException e) {
      end(job, () -> {});
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      end(job, () -> failed.accept(e));
    }
  }

  private void end(Job job, Runnable last) {
    SwingUtilities.invokeLater(
        () -> {
          jobs.remove(job);
          job.end();
          changed.run();
          if (!job.cancelled()) {
            last.run();
          }
        });
  }

  /** What is under way, the oldest first. */
  public List<Job> jobs() {
    return List.copyOf(jobs);
  }

  /** Asks all work to stop; what is started from now on is not begun. */
  @Override
  public void close() {
    jobs().forEach(Job::cancel);
    threads.shutdownNow();
  }
}
