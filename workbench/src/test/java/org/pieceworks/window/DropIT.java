package org.pieceworks.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.RunningWorkbench;
import org.pieceworks.launcher.SmallExperiment;
import org.pieceworks.launcher.TestBundle;

/** Files that are dropped onto the window. */
@ExtendWith({VirtualScreen.class, RunningWorkbench.class})
class DropIT {

  private static final String PLUG_IN = "org.pieceworks.sample.metric";

  @TempDir Path folder;
  private final Screen screen = new Screen();

  @Test
  void aDataFolderShowsItsUsersAnExperimentIsOpenedAndAJarIsAskedAbout(BundleContext context)
      throws Exception {
    Path data = Files.createDirectory(folder.resolve("films"));
    Files.writeString(
        data.resolve("task.json"),
        """
        {"name": "films", "input_field": "text", "target_field": "score", "labels": ["1", "2"],
         "prompt": "Rate from {labels}: {input}"}
        """);
    Files.writeString(
        data.resolve("users.json"),
        """
        [{"user_id": "anna", "profile": [{"text": "one two", "score": "1"}],
          "query": [{"input": "three", "gold": "2"}]},
         {"user_id": "ben", "profile": [{"text": "four", "score": "2"}], "query": []}]
        """);
    Path jar = TestBundle.write(folder.resolve("metric.jar"), PLUG_IN, PLUG_IN, "1.0.0");
    Path experiment = SmallExperiment.write(Files.createDirectory(folder.resolve("mine")), 300);
    try (OpenWindow window = OpenWindow.of(context, folder)) {
      OpenWindow.begin(screen, "design");
      drop(data);
      screen.awaitThat("its users", Screen.PATIENCE, () -> screen.says("users-list", "anna"));
      screen.settle();
      screen.shot("dropped-data");
      drop(experiment);
      screen.awaitThat(
          "its text",
          Screen.PATIENCE,
          () -> screen.sees("editor-text") && screen.text("editor-text").contains("personas"));
      screen.shot("dropped-experiment");
      drop(jar);
      screen.clickButton("Cancel");
      assertTrue(screen.sees("editor-text"));
    }
  }

  /** What the window is given when somebody lets go of files over it. */
  private static void drop(Path file) {
    Screen.onEventThread(
        () -> {
          JRootPane root =
              Stream.of(Window.getWindows())
                  .filter(one -> "workbench".equals(one.getName()) && one.isShowing())
                  .map(one -> ((JFrame) one).getRootPane())
                  .findFirst()
                  .orElseThrow();
          return root.getTransferHandler()
              .importData(new TransferSupport(root, new DroppedFiles(List.of(file.toFile()))));
        });
  }

  private record DroppedFiles(List<File> files) implements Transferable {

    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return DataFlavor.javaFileListFlavor.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
      if (!isDataFlavorSupported(flavor)) {
        throw new UnsupportedFlavorException(flavor);
      }
      return files;
    }
  }
}
