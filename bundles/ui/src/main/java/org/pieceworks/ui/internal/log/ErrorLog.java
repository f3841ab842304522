package org.pieceworks.ui.internal.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.ui.event.ErrorLogged;

/** What went wrong since the workbench started, the newest entries of it; for all threads. */
@Component(service = ErrorLog.class)
public final class ErrorLog {

  /** How many entries are kept. */
  public static final int MOST = 1000;

  private final Deque<ErrorLogged> entries = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long added;

  /** Adds an entry, the oldest going where there are too many. */
  public void add(ErrorLogged entry) {
    synchronized (this) {
      entries.addFirst(entry);
      added++;
      if (entries.size() > MOST) {
        entries.removeLast();
      }
    }
    listeners.forEach(Runnable::run);
  }

  /** Forgets all entries. */
  public void clear() {
    synchronized (this) {
      entries.clear();
    }
    listeners.forEach(Runnable::run);
  }

  /** All entries, newest first. */
  public synchronized List<ErrorLogged> entries() {
    return List.copyOf(entries);
  }

  /** How many were ever added. */
  public synchronized long added() {
    return added;
  }

  /**
   * Listens until it is closed.
   *
   * @param changed called on any thread; it must return at once
   */
  public Listening listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  /** An end to listening. */
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
