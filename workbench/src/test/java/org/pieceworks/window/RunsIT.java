package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.pieceworks.launcher.SmallExperiment;

/** Experiments that are run in the window. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class RunsIT {

  private static final Duration RUN = Duration.ofMinutes(3);
  private static final int STATE = 2;
  private static final int NOW = 4;
  private static final double LONGEST_EVENT_IN_MS = 100;

  @TempDir Path folder;
  private Screen screen;

  @BeforeEach
  void takeTheScreen() {
    screen = new Screen();
  }

  @Test
  void anExperimentRunsToItsEndAndTheCommandLineSeesIt(BundleContext context) throws Exception {
    SmallExperiment.write(folder, 300);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      begin();
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
    SmallExperiment.write(folder, 400);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      begin();
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
  void nothingBlocksTheEventThreadWhileAnExperimentRunsAtFullLoad(BundleContext context)
      throws Exception {
    SmallExperiment.write(folder, 500);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      begin();
      screen.awaitThat("under way", RUN, () -> screen.last("run-queue", NOW).contains("pretrain"));
      try (EventTimes times = EventTimes.begin()) {
        while (!state().equals("done")) {
          for (String view :
              List.of("view welcome", "view charts", "view compare", "view reports", "view run")) {
            screen.palette(view);
          }
          screen.awaitThat("the queue", RUN, () -> !state().isEmpty());
          assertFalse(List.of("failed", "stopped").contains(state()));
        }
        screen.keep("events", times.longest() + "\n");
        screen.shot("full-load");
        assertTrue(
            times.longest().milliseconds() <= LONGEST_EVENT_IN_MS, times.longest()::toString);
      }
    }
  }

  private void begin() {
    OpenWindow.begin(screen, "design");
    screen.clickRow("experiments-tree", "small.yaml", 1);
    screen.click("experiments-run");
  }

  private String state() {
    return screen.last("run-queue", STATE);
  }
}
