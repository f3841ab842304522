package org.pieceworks.ui.internal.task;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says where the event thread stands when an event takes too long, and who an error came from. */
public final class EventThreadWatch extends EventQueue implements AutoCloseable {

  /** What a user begins to notice. */
  public static final long LONGEST_IN_MS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(EventThreadWatch.class);
  private static final long LOOK_IN_MS = 20;
  private static final int FRAMES = 40;

  private final AtomicLong started = new AtomicLong();
  private final Thread looker = new Thread(this::look, "event-thread-watch");
  private volatile Thread events;
  private volatile boolean closed;

  private final BiConsumer<AWTEvent, Throwable> broken;

  private EventThreadWatch(BiConsumer<AWTEvent, Throwable> broken) {
    this.broken = broken;
    looker.setDaemon(true);
  }

  /**
   * Begins to watch.
   *
   * @param broken told of events that led to an error
   */
  public static EventThreadWatch begin(BiConsumer<AWTEvent, Throwable> broken) {
    EventThreadWatch watch = new EventThreadWatch(broken);
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(watch);
    watch.looker.start();
    return watch;
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    events = Thread.currentThread();
    long outer = started.get();
    started.set(System.nanoTime());
    try {
      super.dispatchEvent(event);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("an event failed", e);
      broken.accept(event, e);
    } finally {
      // A dialog dispatches events of its own while it is shown: that time is not this event's.
      started.set(outer == 0 ? 0 : System.nanoTime());
    }
  }

  private void look() {
    long reported = 0;
    while (!closed) {
      long start = started.get();
      long taken = System.nanoTime() - start;
      if (start != 0 && start != reported && taken > LONGEST_IN_MS * 1_000_000) {
        reported = start;
        LOG.info("an event takes more than {} ms: {}", LONGEST_IN_MS, where());
      }
      try {
        Thread.sleep(LOOK_IN_MS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String where() {
    Thread thread = events;
    return thread == null
        ? ""
        : Stream.of(thread.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining("\n    ", "\n    ", ""));
  }

  @Override
  public void close() {
    closed = true;
    looker.interrupt();
    pop();
  }
}
