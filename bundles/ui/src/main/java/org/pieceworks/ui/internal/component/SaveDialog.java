package org.pieceworks.ui.internal.component;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;

/** Asks where something is to be written, and remembers the folder. */
public final class SaveDialog {

  private static final String FOLDER = "folder";

  private SaveDialog() {}

  /**
   * Asks for a file.
   *
   * @param name what it is called unless the user says otherwise, without ending
   * @param ending without the dot
   */
  public static Optional<Path> file(Desk desk, String title, String name, String ending) {
    JFileChooser chooser = chooser(desk, title, "save-file");
    chooser.setFileFilter(
        new FileNameExtensionFilter(
            ending.toUpperCase(java.util.Locale.ROOT) + " (*." + ending + ")", ending));
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name + "." + ending));
    if (chooser.showSaveDialog(desk.window()) != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    desk.remember(FOLDER, chooser.getCurrentDirectory().getPath());
    File chosen = chooser.getSelectedFile();
    File file = chosen.getName().contains(".") ? chosen : new File(chosen.getPath() + "." + ending);
    return !file.exists() || overwrite(desk, file) ? Optional.of(file.toPath()) : Optional.empty();
  }

  /** Asks for a folder. */
  public static Optional<Path> folder(Desk desk, String title) {
    JFileChooser chooser = chooser(desk, title, "save-folder");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    if (chooser.showSaveDialog(desk.window()) != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    desk.remember(FOLDER, chooser.getSelectedFile().getPath());
    return Optional.of(chooser.getSelectedFile().toPath());
  }

  private static JFileChooser chooser(Desk desk, String title, String name) {
    JFileChooser chooser =
        new JFileChooser(desk.remembered(FOLDER, new File("").getAbsolutePath()));
    chooser.setName(name);
    chooser.setDialogTitle(title);
    return chooser;
  }

  private static boolean overwrite(Desk desk, File file) {
    Texts texts = Texts.of(SaveDialog.class);
    return JOptionPane.showConfirmDialog(
            desk.window(),
            texts.get("save.overwrite", file.getName()),
            texts.get("save.title"),
            JOptionPane.YES_NO_OPTION)
        == JOptionPane.YES_OPTION;
  }
}
