package org.pieceworks.ui.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.event.ErrorLogged;
import org.pieceworks.ui.internal.task.EventThreadWatch;
import org.slf4j.Logger;

/** What is kept of errors, and which of the log's entries are. */
class ErrorLogTest {

  private final ErrorLog errors = new ErrorLog();

  @Test
  void newestComesFirstAndTheOldestGoes() {
    for (int i = 0; i <= ErrorLog.MOST; i++) {
      errors.add(new ErrorLogged(Instant.EPOCH, "error " + i, ""));
    }
    List<ErrorLogged> entries = errors.entries();
    assertEquals(ErrorLog.MOST, entries.size());
    assertEquals("error " + ErrorLog.MOST, entries.get(0).what());
    assertEquals("error 1", entries.get(entries.size() - 1).what());
    assertEquals(ErrorLog.MOST + 1, errors.added());
    errors.clear();
    assertEquals(List.of(), errors.entries());
  }

  @Test
  void warningsOfTheLogAreKeptWhileItIsListenedTo() throws Exception {
    LoggerContext context = new LoggerContext();
    Logger logger = context.getLogger("org.example.Sample");
    AutoCloseable attached = LogbackAppender.attach(context, errors);
    logger.info("not kept");
    logger.warn("kept {}", 1);
    logger.error("failed", new IllegalStateException("why"));
    context.getLogger(EventThreadWatch.class).warn("told by itself");
    attached.close();
    logger.warn("after the window was closed");
    assertEquals(
        List.of("failed (Sample)", "kept 1 (Sample)"),
        errors.entries().stream().map(ErrorLogged::what).toList());
    String trace = errors.entries().get(0).trace();
    assertTrue(trace.startsWith("java.lang.IllegalStateException: why"), trace);
  }

  @Test
  void anotherLogThanLogbackIsLeftAlone() throws Exception {
    LogbackAppender.attach(name -> null, errors).close();
    assertEquals(0, errors.added());
  }
}
