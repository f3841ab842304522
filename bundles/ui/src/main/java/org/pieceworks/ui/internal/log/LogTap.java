package org.pieceworks.ui.internal.log;

import org.slf4j.LoggerFactory;

/** Hears warnings and errors of the log while it is open. */
public final class LogTap implements AutoCloseable {

  private final AutoCloseable attached;

  private LogTap(AutoCloseable attached) {
    this.attached = attached;
  }

  /** Begins to listen; hears nothing where the log is none that can be listened to. */
  public static LogTap open(ErrorLog errors) {
    try {
      return new LogTap(LogbackAppender.attach(LoggerFactory.getILoggerFactory(), errors));
    } catch (LinkageError e) {
      return new LogTap(() -> {}); // another log than logback is in use
    }
  }

  @Override
  public void close() {
    try {
      attached.close();
    } catch (Exception e) {
      throw new IllegalStateException("the log cannot be let go", e);
    }
  }
}
