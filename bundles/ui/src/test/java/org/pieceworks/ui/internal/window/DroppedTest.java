package org.pieceworks.ui.internal.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are dropped onto the window. */
class DroppedTest {

  @TempDir Path folder;

  @Test
  void eachGoesWhereItBelongs() {
    Path jar = folder.resolve("a.jar");
    Path yaml = folder.resolve("B.YAML");
    Path json = folder.resolve("questions.json");
    Path other = folder.resolve("notes.txt");
    Dropped dropped = Dropped.of(List.of(jar, yaml, json, folder, other));
    assertEquals(List.of(jar), dropped.jars());
    assertEquals(List.of(yaml), dropped.experiments());
    assertEquals(List.of(json, folder), dropped.data());
    assertEquals(List.of(other), dropped.others());
  }

  @Test
  void filesAreTakenAndNothingElse() throws InterruptedException, InvocationTargetException {
    List<Path> taken = new ArrayList<>();
    FileDrop drop = new FileDrop(taken::addAll);
    JPanel panel = new JPanel();
    assertFalse(drop.importData(new TransferSupport(panel, new StringSelection("text"))));
    File file = folder.resolve("a.jar").toFile();
    assertTrue(drop.importData(new TransferSupport(panel, new Files(List.of(file)))));
    SwingUtilities.invokeAndWait(() -> {});
    assertEquals(List.of(file.toPath()), taken);
  }

  private record Files(List<File> files) implements Transferable {

    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return flavor.equals(DataFlavor.javaFileListFlavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) {
      return files;
    }
  }
}
