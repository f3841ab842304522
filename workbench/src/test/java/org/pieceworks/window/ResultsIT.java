package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.InProcess;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;

/** What came of experiments, seen in the window. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class ResultsIT {

  private static final Duration QUICKSTART = Duration.ofMinutes(8);
  private static final Path EXPERIMENTS =
      Path.of("").toAbsolutePath().resolveSibling("experiments");
  private static final int STATE = 2;
  private static final int CHOSEN = 0;
  private static final int LETTER = 1;

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @Test
  void theQuickstartRunsToItsEndItsChartIsSeenAndTakenAwayAndItsReportIsRead(BundleContext context)
      throws Exception {
    Files.createDirectory(folder.resolve("experiments"));
    Files.copy(
        EXPERIMENTS.resolve("quickstart.yaml"), folder.resolve("experiments/quickstart.yaml"));
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      screen.click("welcome-quickstart");
      screen.awaitThat("training", QUICKSTART, () -> screen.sees("run-curve"));
      screen.shot("quickstart");
      screen.awaitThat("done", QUICKSTART, () -> screen.last("run-queue", STATE).equals("done"));
      screen.click("run-charts");
      screen.find("charts-canvas");
      screen.settle();
      screen.shot("chart");

      screen.click("charts-png");
      Path picture = folder.resolve("chart.png");
      screen.choose(picture);
      screen.awaitThat("the picture", Screen.PATIENCE, () -> Files.exists(picture));
      BufferedImage image = ImageIO.read(picture.toFile());
      assertTrue(image.getWidth() > image.getHeight(), image::toString);
      screen.click("charts-csv");
      Path numbers = folder.resolve("chart.csv");
      screen.choose(numbers);
      screen.awaitThat("the numbers", Screen.PATIENCE, () -> Files.exists(numbers));
      List<String> lines = Files.readAllLines(numbers);
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("per-pcs,")), lines::toString);

      screen.palette("view reports");
      screen.find("reports-contents");
      screen.find("page");
      screen.settle();
      screen.shot("report");
    }
  }

  @Test
  void twoRunsOfTheCommandLineAreComparedInTheWindow(BundleContext context) throws Exception {
    Path first = SmallExperiment.write(folder, 300);
    Path second = folder.resolve("fewer.yaml");
    Files.writeString(second, Files.readString(first).replace("count: 4", "count: 2"));
    for (Path file : List.of(first, second)) {
      Path out = folder.resolve("out-" + file.getFileName());
      InProcess.Outcome run =
          InProcess.run(context, "run", file.toString(), "--out", out.toString());
      assertEquals(0, run.code(), run.err());
    }
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "analyse");
      screen.palette("view compare");
      screen.awaitThat(
          "the newest run chosen",
          Screen.PATIENCE,
          () -> screen.cell("compare-runs", "fewer", LETTER).equals("A"));
      screen.clickCell("compare-runs", "small", CHOSEN);
      screen.awaitThat(
          "what differs", Screen.PATIENCE, () -> screen.says("compare-settings", "sharers.count"));
      assertEquals("2", screen.cell("compare-settings", "sharers.count", 1));
      assertEquals("4", screen.cell("compare-settings", "sharers.count", 2));
      screen.settle();
      screen.shot("compare");
    }
  }
}
