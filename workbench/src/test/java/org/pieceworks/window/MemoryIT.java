package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;

/** The memory that a window holds after a long day. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class MemoryIT {

  private static final int RUNS = 50;
  private static final int WARM_UP = 10;
  private static final int COLLECTIONS = 5;
  private static final double KILO = 1 << 10;
  private static final double MEGABYTE = 1 << 20;
  private static final double MOST_MORE_IN_MB = 8;
  private static final Duration RUN = Duration.ofMinutes(3);
  private static final int STATE = 2;

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @Test
  void memoryReturnsAfterFiftyRunsAreOpenedAndClosed(BundleContext context) throws Exception {
    SmallExperiment.write(folder, 300);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      Held before = null;
      for (int run = 1; run <= WARM_UP + RUNS; run++) {
        openAndClose();
        if (run == WARM_UP) {
          before = held();
        }
      }
      Held after = held();
      String figure =
          String.format(
              Locale.ROOT,
              "held after %d runs: %s; after %d more: %s%n",
              WARM_UP,
              before,
              RUNS,
              after);
      screen.keep("memory", figure);
      assertTrue(after.heapInMb() <= before.heapInMb() + MOST_MORE_IN_MB, figure);
      screen.shot("memory");
    }
  }

  /** Runs an experiment, looks at its chart and its report, and takes it from the queue. */
  private void openAndClose() {
    screen.clickRow("experiments-tree", "small.yaml", 1);
    screen.click("experiments-run");
    screen.awaitThat("done", RUN, () -> screen.last("run-queue", STATE).equals("done"));
    screen.click("run-charts");
    screen.find("charts-canvas");
    screen.palette("view reports");
    screen.find("page");
    screen.palette("view run");
    screen.click("run-clear");
    screen.awaitThat(
        "an empty queue", Screen.PATIENCE, () -> screen.last("run-queue", STATE).isEmpty());
  }

  private record Held(double heapInMb, double residentInMb) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "heap %.1f MB, resident %.0f MB", heapInMb, residentInMb);
    }
  }

  private Held held() throws IOException {
    screen.settle();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      System.runFinalization();
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String resident = lines.filter(line -> line.startsWith("VmRSS")).findFirst().orElseThrow();
      return new Held(heap / MEGABYTE, Long.parseLong(resident.replaceAll("\\D", "")) / KILO);
    }
  }
}
