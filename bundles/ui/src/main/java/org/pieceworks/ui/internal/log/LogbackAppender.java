package org.pieceworks.ui.internal.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import org.pieceworks.ui.event.ErrorLogged;
import org.pieceworks.ui.internal.task.EventThreadWatch;
import org.slf4j.ILoggerFactory;

/** Takes what logback logs from warnings upwards. */
final class LogbackAppender extends AppenderBase<ILoggingEvent> {

  /** What it says is told to the window as well, by itself. */
  private static final String TOLD = EventThreadWatch.class.getName();

  private final ErrorLog errors;

  private LogbackAppender(ErrorLog errors) {
    this.errors = errors;
  }

  /** Attaches one to the root of all loggers, and returns what takes it away again. */
  static AutoCloseable attach(ILoggerFactory factory, ErrorLog errors) {
    if (!(factory instanceof LoggerContext context)) {
      return () -> {};
    }
    LogbackAppender appender = new LogbackAppender(errors);
    appender.setContext(context);
    appender.setName("error-log");
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    return () -> {
      root.detachAppender(appender);
      appender.stop();
    };
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN) && !TOLD.equals(event.getLoggerName())) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      errors.add(new ErrorLogged(Instant.ofEpochMilli(event.getTimeStamp()), what(event), trace));
    }
  }

  private static String what(ILoggingEvent event) {
    String logger = event.getLoggerName();
    return event.getFormattedMessage() + " (" + logger.substring(logger.lastIndexOf('.') + 1) + ")";
  }
}
