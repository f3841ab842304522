package org.pieceworks.window;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes the time of every event but for the time in which the event thread was ready to go on and
 * no processor was free: that is the machine's affair.
 */
final class EventTimes extends EventQueue implements AutoCloseable {

  private static final double NANOS_PER_MS = 1e6;

  /** The C library's thread numbers. */
  interface Threads extends Library {

    Threads C = Native.load("c", Threads.class);

    int gettid();
  }

  /** An event and how long it took. */
  record Taken(double milliseconds, String event) {}

  private final AtomicReference<Taken> longest = new AtomicReference<>(new Taken(0, "none"));

  private EventTimes() {}

  /** Begins to take times. */
  static EventTimes begin() {
    EventTimes times = new EventTimes();
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(times);
    return times;
  }

  /** The longest event so far. */
  Taken longest() {
    return longest.get();
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    long waited = waitedInNanos();
    long start = System.nanoTime();
    super.dispatchEvent(event);
    double taken = (System.nanoTime() - start - (waitedInNanos() - waited)) / NANOS_PER_MS;
    longest.accumulateAndGet(
        new Taken(taken, event.toString()),
        (one, other) -> one.milliseconds() >= other.milliseconds() ? one : other);
  }

  /** How long this thread has stood in the queue of a processor. */
  private static long waitedInNanos() {
    Path file = Path.of("/proc/self/task/" + Threads.C.gettid() + "/schedstat");
    try {
      return Long.parseLong(Files.readString(file).split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    pop();
  }
}
