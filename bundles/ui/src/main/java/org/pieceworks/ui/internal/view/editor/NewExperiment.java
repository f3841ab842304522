package org.pieceworks.ui.internal.view.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.FilesChanged;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.view.experiments.Workfolder;

/** Makes experiment files, and asks where they go. */
final class NewExperiment {

  private static final String TEMPLATE = "template.yaml";

  private NewExperiment() {}

  /** Asks for a name and opens a small experiment of that name. */
  static void make(Desk desk, Texts texts) {
    choose(desk, texts, "new", Path.of(texts.get("new.name")))
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
   * @param suggested its name; with a folder where that matters
   */
  static Optional<Path> choose(Desk desk, Texts texts, String key, Path suggested) {
    return new FileDialog(desk, "editor-" + key, texts.get(key + ".title"))
        .kind(texts.get("kind"), "yaml", "yml")
        .from(Workfolder.current().experiments())
        .save(suggested);
  }
}
