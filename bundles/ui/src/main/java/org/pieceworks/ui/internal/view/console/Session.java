package org.pieceworks.ui.internal.view.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.pieceworks.ui.internal.view.console.Spool.Kind;

/** A session of the framework's shell, whose commands run one after another on its own thread. */
final class Session implements AutoCloseable {

  private static final String COMMANDS = ".commands";
  private static final String EXIT = "exit";

  private final CommandProcessor processor;
  private final Spool spool;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "console");
            thread.setDaemon(true);
            return thread;
          });
  private volatile CommandSession session;
  private volatile Thread running;
  private volatile boolean interrupted;

  /**
   * Begins a session once it is needed.
   *
   * @param spool takes all that commands write
   */
  Session(CommandProcessor processor, Spool spool) {
    this.processor = processor;
    this.spool = spool;
  }

  /**
   * Has a line run.
   *
   * @param done called on the session's thread, whatever came of it
   */
  void run(String line, Runnable done) {
    thread.execute(
        () -> {
          running = Thread.currentThread();
          try {
            execute(line);
          } finally {
            running = null;
            renewInterrupted();
            Thread.interrupted(); // what was to be interrupted is over
            done.run();
          }
        });
  }

  /** Fails in words, whatever a command throws: the next one is to run all the same. */
  private void execute(String line) {
    CommandSession current = session();
    current.put(EXIT, null);
    try {
      Object result = current.execute(line);
      if (result != null) {
        spool.add(Kind.OUTPUT, current.format(result, Converter.INSPECT) + "\n");
      }
      if (current.get(EXIT) instanceof Integer code && code != 0) {
        spool.add(Kind.ERROR, "exit code " + code + "\n");
      }
    } catch (InterruptedException e) {
      spool.add(Kind.ERROR, "interrupted\n");
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      spool.add(Kind.ERROR, message(e) + "\n");
    }
  }

  private static String message(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isBlank()
        ? error.getClass().getSimpleName()
        : error.getClass().getSimpleName() + ": " + message;
  }

  private synchronized CommandSession session() {
    if (session == null) {
      session =
          processor.createSession(
              InputStream.nullInputStream(), print(Kind.OUTPUT), print(Kind.ERROR));
    }
    return session;
  }

  private PrintStream print(Kind kind) {
    return new PrintStream(spool.stream(kind), true, StandardCharsets.UTF_8);
  }

  /** Whoever writes to a shell's stream when interrupted closes it for all commands to come. */
  private synchronized void renewInterrupted() {
    if (interrupted) {
      interrupted = false;
      session.close();
      session = null;
    }
  }

  /** Asks the running command to stop. */
  void interrupt() {
    if (running == null) {
      return;
    }
    interrupted = true;
    CommandSession current = session;
    Job job = current == null ? null : current.foregroundJob();
    if (job != null) {
      job.interrupt();
    }
    Thread busy = running;
    if (busy != null) {
      busy.interrupt();
    }
  }

  /** The names of all commands, with their scopes; may take a moment. */
  List<String> commands() {
    return session().get(COMMANDS) instanceof Collection<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  @Override
  public void close() {
    interrupt();
    thread.shutdownNow();
    CommandSession current = session;
    if (current != null) {
      current.close();
    }
  }
}
