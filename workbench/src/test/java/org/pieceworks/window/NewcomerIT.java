package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.RunningWorkbench;

/** Somebody who has never seen the window and only clicks. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class NewcomerIT {

  private static final Duration RUN = Duration.ofMinutes(8);
  private static final int STATE = 2;

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @Test
  void fromTheWelcomeViewToTheChartAndTheReportOfASweepOfTwoAxes(BundleContext context)
      throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      screen.click("welcome-new");
      screen.clickButton("Save");
      screen.clickItem("editor-groups", "Sweep");
      screen.awaitThat(
          "the sharing ratio as the next axis",
          Screen.PATIENCE,
          () ->
              screen.sees("editor-sweep-add")
                  && screen.text("editor-sweep-values").contains("0.1"));
      screen.click("editor-sweep-add");
      screen.awaitThat(
          "two axes",
          Screen.PATIENCE,
          () -> screen.text("editor-text").contains("pool.sharing-ratio"));
      screen.shot("newcomer-sweep");
      screen.click("editor-run");
      screen.awaitThat("done", RUN, () -> screen.last("run-queue", STATE).equals("done"));
      screen.click("run-charts");
      screen.find("charts-canvas");
      screen.settle();
      screen.shot("newcomer-chart");
      screen.click("experiments-report");
      screen.find("page");
      screen.settle();
      screen.shot("newcomer-report");
      String text = Files.readString(folder.resolve("my-experiment.yaml"));
      assertTrue(text.contains("sharers.count") && text.contains("pool.sharing-ratio"), text);
    }
  }
}
