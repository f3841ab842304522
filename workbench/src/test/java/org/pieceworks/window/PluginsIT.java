package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.InProcess;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;
import org.pieceworks.launcher.TestBundle;

/** Plug-ins that come, change and go while the window is open. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class PluginsIT {

  private static final String NAME = "org.pieceworks.sample.gating";
  private static final Duration RUN = Duration.ofMinutes(3);
  private static final int VERSION = 1;
  private static final int RUN_STATE = 2;

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @AfterEach
  void takeItAway() throws Exception {
    Path plugins = Path.of(System.getenv("PIECEWORKS_HOME"), "plugins");
    Files.deleteIfExists(plugins.resolve(NAME + ".jar"));
  }

  @Test
  void aPlugInIsInstalledRunReplacedByItsNextVersionAndRunAgain(BundleContext context)
      throws Exception {
    Path first = TestBundle.write(folder.resolve("first.jar"), NAME + ".before", NAME, "1.0.0");
    Path second = TestBundle.write(folder.resolve("second.jar"), NAME + ".after", NAME, "2.0.0");
    Path file = SmallExperiment.write(folder, 300);
    Files.writeString(file, Files.readString(file) + "gating: swapped\n");
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      screen.palette("view plug-ins");
      install(first, "1.0.0");
      screen.clickCell("plugins-bundles", NAME, VERSION);
      screen.settle();
      screen.shot("plugin-installed");
      assertTrue(plugins(context).contains("Prefers the first pieces."));
      run("small");

      screen.palette("view plug-ins");
      install(second, "2.0.0");
      screen.shot("plugin-replaced");
      assertTrue(plugins(context).contains("Prefers the last pieces."));
      run("small");
      screen.shot("plugin-run");
    }
  }

  private void install(Path jar, String version) {
    screen.click("plugins-install");
    screen.choose(jar);
    screen.clickButton("Install");
    screen.awaitThat(
        version,
        Screen.PATIENCE,
        () ->
            screen.says("plugins-bundles", NAME)
                && screen.cell("plugins-bundles", NAME, VERSION).equals(version));
  }

  private void run(String name) {
    screen.clickRow("experiments-tree", name, 1);
    screen.click("experiments-run");
    screen.awaitThat("under way", RUN, () -> screen.last("run-queue", RUN_STATE).equals("running"));
    screen.awaitThat("done", RUN, () -> screen.last("run-queue", RUN_STATE).equals("done"));
  }

  private static String plugins(BundleContext context) throws Exception {
    return InProcess.run(context, "plugins").out();
  }
}
