package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.InProcess;
import org.pieceworks.launcher.RunningWorkbench;

/** The window, as its user has it. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class WindowIT {

  private static final Duration RUN = Duration.ofMinutes(2);
  private static final int STATE = 2;
  private static final int NOW = 4;
  private static final double LONGEST_EVENT_IN_MS = 100;
  private static final String SMALL =
      """
      dataset: {use: personas, users: 30, items: 6, queries: 2}
      split: {base: 12, candidates: 8, targets: 4}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32, steps: 300, batch: 16}
      adaptation: {training: {max-steps: 2}}
      training: {max-steps: 2}
      sharers: {count: 4, selection: random}
      generation: {max-new-tokens: 3}
      metrics: [accuracy]
      """;

  @TempDir Path folder;
  private Path file;
  private Screen screen;

  @BeforeEach
  void writeAnExperiment() throws Exception {
    file = Files.writeString(folder.resolve("small.yaml"), SMALL);
    screen = new Screen();
  }

  @Test
  void itOpensWithTheWelcomeViewAndClosesByItsKey(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.palette("reset the layout");
      screen.find("welcome-quickstart");
      screen.find("experiments-tree");
      screen.shot("welcome");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      assertEquals(0, window.outcome().code());
    }
  }

  @Test
  void anExperimentRunsToItsEndAndTheCommandLineSeesIt(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.palette("reset the layout");
      screen.clickRow("experiments-tree", "small.yaml", 1);
      screen.click("experiments-run");
      screen.awaitThat("under way", RUN, () -> state().equals("running"));
      screen.awaitThat("done", RUN, () -> state().equals("done"));
      screen.shot("run");
      InProcess.Outcome runs = InProcess.run(context, "runs");
      assertTrue(runs.out().contains("small"), runs.out());
      assertTrue(Files.isDirectory(folder.resolve("results")));
    }
  }

  @Test
  void aRunThatIsStoppedGoesOn(BundleContext context) throws Exception {
    Files.writeString(file, SMALL.replace("steps: 300", "steps: 400"));
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.palette("reset the layout");
      screen.clickRow("experiments-tree", "small.yaml", 1);
      screen.click("experiments-run");
      screen.awaitThat("under way", RUN, () -> screen.last("run-queue", NOW).contains("pretrain"));
      screen.click("run-stop");
      screen.awaitThat("stopped", RUN, () -> state().equals("stopped"));
      screen.shot("stopped");
      screen.click("run-resume");
      screen.awaitThat("under way again", RUN, () -> state().equals("running"));
      screen.awaitThat("done", RUN, () -> state().equals("done"));
    }
  }

  @Test
  void theLayoutIsKeptBetweenStarts(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.palette("perspective design");
      screen.palette("reset the layout");
      screen.palette("view run");
      screen.find("view-run");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      window.outcome();
    }
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.find("view-run");
      assertFalse(screen.sees("welcome-quickstart"), "another view is in front");
    }
  }

  @Test
  void nothingBlocksTheEventThreadWhileAnExperimentRunsAtFullLoad(BundleContext context)
      throws Exception {
    Files.writeString(file, SMALL.replace("steps: 300", "steps: 500"));
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.palette("reset the layout");
      screen.clickRow("experiments-tree", "small.yaml", 1);
      screen.click("experiments-run");
      screen.awaitThat("under way", RUN, () -> screen.last("run-queue", NOW).contains("pretrain"));
      try (EventTimes times = EventTimes.begin()) {
        while (!state().equals("done")) {
          for (String view : List.of("view welcome", "view run")) {
            screen.palette(view);
          }
          screen.awaitThat("the queue", RUN, () -> !state().isEmpty());
          assertFalse(List.of("failed", "stopped").contains(state()));
        }
        assertTrue(
            times.longest().milliseconds() <= LONGEST_EVENT_IN_MS, times.longest()::toString);
      }
    }
  }

  private String state() {
    return screen.last("run-queue", STATE);
  }
}
