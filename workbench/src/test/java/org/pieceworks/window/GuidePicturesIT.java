package org.pieceworks.window;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.RunningWorkbench;

/**
 * Makes the guide's pictures anew: what a newcomer sees who runs the quickstart. Only when asked,
 * with {@code -Dpieceworks.pictures=write}.
 */
@EnabledIfSystemProperty(named = "pieceworks.pictures", matches = "write")
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class GuidePicturesIT {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Path IMAGES = PROJECT.resolve("docs/images");
  private static final Duration QUICKSTART = Duration.ofMinutes(6);
  private static final int STATE = 2;

  private final Screen screen = new Screen();

  @Test
  void theQuickstartInPictures(BundleContext context) throws Exception {
    try (OpenWindow window = OpenWindow.of(context, PROJECT)) {
      OpenWindow.begin(screen, "design");
      screen.find("welcome-quickstart");
      keep("welcome");
      screen.click("welcome-quickstart");
      screen.awaitThat(
          "half of the pretraining",
          QUICKSTART,
          () -> screen.reads("run-stages", "pretrain: [3-6]\\d\\d of .*"));
      keep("run");
      screen.awaitThat("done", QUICKSTART, () -> screen.last("run-queue", STATE).equals("done"));
      screen.clickRow("experiments-tree", "quickstart.yaml", 2);
      screen.find("view-editor");
      keep("editor");
      screen.palette("perspective analyse");
      screen.palette("view charts");
      screen.find("charts-canvas");
      keep("charts");
      screen.palette("view assembly");
      screen.click("assembly-answer");
      screen.awaitThat(
          "answers",
          Screen.PATIENCE,
          () -> !screen.find("assembly-time-per-pcs", JLabel.class).getText().isBlank());
      keep("assembly");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      window.outcome();
    }
  }

  private void keep(String name) throws IOException {
    screen.settle();
    Path shot = screen.shot("guide-" + name);
    Files.createDirectories(IMAGES);
    Files.copy(
        shot, IMAGES.resolve("window-" + name + ".png"), StandardCopyOption.REPLACE_EXISTING);
  }
}
