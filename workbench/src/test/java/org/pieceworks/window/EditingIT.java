package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.InProcess;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;

/** An experiment that is changed in the editor. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class EditingIT {

  private static final String MISTAKE = "sedes: [1]";

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @Test
  void whatIsTypedIsCheckedAsByTheCommandLineUndoneShownInTheFormAndSaved(BundleContext context)
      throws Exception {
    Path file = SmallExperiment.write(folder, 300);
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), Files.readString(file) + MISTAKE);
    InProcess.Outcome refused = InProcess.run(context, "run", wrong.toString());
    assertEquals(2, refused.code());
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      edit();

      screen.click("editor-text");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
      screen.type(MISTAKE);
      String problem = screen.text("editor-problem");
      assertTrue(
          refused.err().contains(problem.substring(problem.indexOf("sedes"))),
          refused.err() + problem);
      screen.palette("view problems");
      screen.awaitThat(
          "the problem", Screen.PATIENCE, () -> screen.says("problems-table", "sedes"));
      screen.shot("editor-problem");

      screen.click("editor-text");
      for (int undo = 0; undo < MISTAKE.length(); undo++) {
        screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
      }
      assertEquals(Files.readString(file), screen.text("editor-text"));
      screen.awaitThat("no problem", Screen.PATIENCE, () -> !screen.sees("editor-problem"));

      screen.click("editor-field-seeds");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
      screen.type("0, 1");
      screen.keys(KeyEvent.VK_ENTER);
      screen.awaitThat(
          "the text in step",
          Screen.PATIENCE,
          () -> screen.text("editor-text").contains("seeds: [0, 1]"));
      screen.awaitThat("two trials", Screen.PATIENCE, () -> head().contains("2 trials"));
      screen.shot("editor");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
      screen.awaitThat(
          "saved",
          Screen.PATIENCE,
          () -> screen.find("status-said", JLabel.class).getText().contains("saved"));
      assertTrue(Files.readString(file).contains("seeds: [0, 1]"));
    }
  }

  @Test
  void closingAsksAboutWhatIsNotSavedAndForgetsItOnlyIfToldSo(BundleContext context)
      throws Exception {
    Path file = SmallExperiment.write(folder, 300);
    String before = Files.readString(file);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      edit();
      screen.click("editor-text");
      screen.type("x");
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      screen.clickButton("Cancel");
      assertTrue(screen.text("editor-text").contains("x"));
      screen.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
      screen.shot("unsaved");
      screen.clickButton("Close without saving");
      assertEquals(0, window.outcome().code());
    }
    assertEquals(before, Files.readString(file));
    try (OpenWindow window = OpenWindow.of(context, folder, file)) {
      OpenWindow.frame(screen);
      screen.awaitThat("its trials", Screen.PATIENCE, () -> head().contains("1 trial"));
      assertEquals(before, screen.text("editor-text"));
    }
  }

  private void edit() {
    OpenWindow.begin(screen, "design");
    screen.clickRow("experiments-tree", "small.yaml", 2);
    screen.awaitThat("its trials", Screen.PATIENCE, () -> head().contains("1 trial"));
  }

  private String head() {
    return screen.find("editor-head", JLabel.class).getText();
  }
}
