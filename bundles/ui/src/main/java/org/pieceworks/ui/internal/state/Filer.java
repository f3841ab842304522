package org.pieceworks.ui.internal.state;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.storage.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes small files on a thread of its own: a disk may take longer than an event may. Of several
 * contents of one file that wait the last is written.
 */
public final class Filer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Filer.class);

  private final Map<Path, byte[]> waiting = new LinkedHashMap<>();
  private boolean writing;

  /** Writes a file soon; that it cannot be written is logged. */
  public synchronized void write(Path file, byte[] content) {
    waiting.put(file, content);
    if (!writing) {
      writing = true;
      Thread thread = new Thread(this::work, "filer");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void work() {
    Map.Entry<Path, byte[]> next = next();
    while (next != null) {
      try {
        AtomicFiles.write(next.getKey(), next.getValue());
      } catch (UncheckedIOException e) {
        LOG.warn("what the window remembers is not kept", e);
      }
      next = next();
    }
  }

  private synchronized Map.Entry<Path, byte[]> next() {
    Map.Entry<Path, byte[]> first = waiting.entrySet().stream().findFirst().orElse(null);
    if (first == null) {
      writing = false;
      notifyAll();
      return null;
    }
    byte[] content = waiting.remove(first.getKey());
    return Map.entry(first.getKey(), content);
  }

  /** Returns when all is written. */
  @Override
  public synchronized void close() {
    boolean interrupted = false;
    while (writing) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // what was decided is written all the same
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
