package org.pieceworks.ui.internal.view.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in the framework's own shell, without a framework and without a window. */
class SessionTest {

  private static final long PATIENCE_IN_S = 30;

  private final ThreadIOImpl streams = new ThreadIOImpl();
  private final CommandProcessorImpl processor = new CommandProcessorImpl(streams);
  private final Spool spool = new Spool();
  private final Session session = new Session(processor, spool);
  private final Commands commands = new Commands();

  @BeforeEach
  void begin() {
    streams.start();
    for (String name : new String[] {"greet", "complain", "fail", "exits", "endless"}) {
      processor.addCommand("test", commands, name);
    }
  }

  @AfterEach
  void end() {
    session.close();
    processor.stop();
    streams.stop();
  }

  @Test
  void whatACommandWritesAndGivesIsShown() throws InterruptedException {
    assertEquals("hällo\n42\n", run("test:greet"));
  }

  @Test
  void whatACommandComplainsAboutIsShown() throws InterruptedException {
    assertEquals("wrong\n", run("complain"));
  }

  @Test
  void commandsThatFailLeaveTheSessionAlive() throws InterruptedException {
    assertEquals("IllegalStateException: broken\n", run("fail"));
    assertTrue(run("nothing-of-that-name").startsWith("CommandNotFoundException: "));
    assertEquals("exit code 2\n", run("exits"));
    assertEquals("hällo\n42\n", run("greet"));
  }

  @Test
  void runningCommandIsInterrupted() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    session.run("endless", done::countDown);
    assertTrue(commands.begun.await(PATIENCE_IN_S, TimeUnit.SECONDS));
    session.interrupt();
    assertTrue(done.await(PATIENCE_IN_S, TimeUnit.SECONDS), "it goes on");
    assertTrue(all().startsWith("interrupted"));
    assertEquals("wrong\n", run("complain"));
    assertEquals("hällo\n42\n", run("greet"));
  }

  @Test
  void commandsAreKnownByTheirNames() {
    assertTrue(session.commands().contains("test:greet"), session.commands().toString());
  }

  private String run(String line) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    session.run(line, done::countDown);
    assertTrue(done.await(PATIENCE_IN_S, TimeUnit.SECONDS), line + " goes on");
    return all();
  }

  private String all() {
    StringBuilder all = new StringBuilder();
    Optional<Spool.Piece> piece = spool.take(1000);
    while (piece.isPresent()) {
      all.append(piece.get().text());
      piece = spool.take(1000);
    }
    return all.toString();
  }

  /** Commands as bundles offer them. */
  public static final class Commands {

    private final CountDownLatch begun = new CountDownLatch(1);

    /** Writes and gives something. */
    public int greet() {
      System.out.println("hällo");
      return 42;
    }

    /** Writes where errors go. */
    public void complain() {
      System.err.println("wrong");
    }

    /** Throws. */
    public void fail() {
      throw new IllegalStateException("broken");
    }

    /** Leaves a code as the commands of the workbench do. */
    public void exits(CommandSession session) {
      session.put("exit", 2);
    }

    /** Waits until it is interrupted. */
    public void endless() throws InterruptedException {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        System.err.println("last words");
        throw e;
      }
    }
  }
}
