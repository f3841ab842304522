package org.pieceworks.ui.internal.view.editor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.FilesChanged;
import org.pieceworks.ui.internal.view.experiments.Workfolder;

/** Makes experiment files, and asks where they go. */
final class NewExperiment {

  private static final String TEMPLATE = "template.yaml";

  private NewExperiment() {}

  /** Asks for a name and opens a small experiment of that name. */
  static void make(Desk desk, Texts texts) {
    File folder = Workfolder.current().folder().resolve("experiments").toFile();
    File start = folder.isDirectory() ? folder : folder.getParentFile();
    choose(desk, texts, "new", new File(start, texts.get("new.name")).toPath())
        .ifPresent(
            file ->
                desk.background(
                    texts.get("saving", file.getFileName()),
                    progress -> {
                      new TextFile(template(), false).write(file);
                      return file;
                    },
                    made -> {
                      desk.tell(new FilesChanged());
                      desk.tell(new FileSelected(made));
                      desk.show("editor");
                    }));
  }

  /** What a new experiment says. */
  static String template() {
    try (InputStream in = NewExperiment.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks for a file to write; one that is there is taken only if its user agrees.
   *
   * @param key of the dialog's title
   */
  static Optional<Path> choose(Desk desk, Texts texts, String key, Path suggested) {
    JFileChooser chooser = new JFileChooser();
    chooser.setName("editor-" + key);
    chooser.setDialogTitle(texts.get(key + ".title"));
    chooser.setFileFilter(new FileNameExtensionFilter(texts.get("kind"), "yaml", "yml"));
    chooser.setSelectedFile(suggested.toFile());
    while (chooser.showSaveDialog(desk.window()) == JFileChooser.APPROVE_OPTION) {
      Path chosen = named(chooser.getSelectedFile().toPath().toAbsolutePath());
      if (!Files.exists(chosen) || replaced(desk, texts, chosen)) {
        return Optional.of(chosen);
      }
    }
    return Optional.empty();
  }

  private static Path named(Path chosen) {
    return chosen.toString().matches(".*\\.ya?ml")
        ? chosen
        : chosen.resolveSibling(chosen.getFileName() + ".yaml");
  }

  private static boolean replaced(Desk desk, Texts texts, Path file) {
    Object[] answers = {texts.get("replace.yes"), texts.get("replace.no")};
    return JOptionPane.showOptionDialog(
            desk.window(),
            texts.get("replace", file.getFileName()),
            texts.get("replace.title"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.WARNING_MESSAGE,
            null,
            answers,
            answers[1])
        == 0;
  }
}
