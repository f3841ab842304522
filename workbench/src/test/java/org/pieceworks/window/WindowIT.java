package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;

/** The window itself, as its user has it. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class WindowIT {

  @TempDir Path folder;
  private Screen screen;

  @BeforeEach
  void writeAnExperiment() throws Exception {
    SmallExperiment.write(folder, 300);
    screen = new Screen();
  }

  @Test
  void itOpensWithTheWelcomeViewAndClosesByItsKey(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      screen.find("welcome-quickstart");
      screen.find("experiments-tree");
      screen.shot("welcome");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      assertEquals(0, window.outcome().code());
    }
  }

  @Test
  void theLayoutIsKeptBetweenStarts(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      screen.palette("view run");
      screen.find("view-run");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      window.outcome();
    }
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.frame(screen);
      screen.find("view-run");
      assertFalse(screen.sees("welcome-quickstart"), "another view is in front");
      screen.shot("layout-kept");
    }
  }
}
