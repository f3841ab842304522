package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.pieceworks.api.BadInputException;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FilesChanged;

/** A file on disk and what was last known of it; reads and writes away from the event thread. */
final class FileKeeper {

  private final Desk desk;
  private final Texts texts;
  private final Recovery recovery;
  private Path file;
  private TextFile disk = new TextFile("", false);
  private boolean looks;

  FileKeeper(Desk desk, Texts texts, Recovery recovery, Path file) {
    this.desk = desk;
    this.texts = texts;
    this.recovery = recovery;
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param recovered a text that was never saved
   */
  record Loaded(String text, Optional<String> recovered) {}

  private record Both(TextFile disk, Optional<String> recovered) {}

  Path file() {
    return file;
  }

  private String name() {
    return file.getFileName().toString();
  }

  boolean unsaved(String text) {
    return !text.equals(disk.text());
  }

  /**
   * Reads the file.
   *
   * @param failed called where it cannot be read; that is said already
   */
  void load(Consumer<Loaded> then, Runnable failed) {
    String title = texts.get("reading", name());
    desk.background(
        title,
        progress -> read(),
        both -> {
          disk = both.disk();
          then.accept(new Loaded(disk.text(), both.recovered()));
        },
        error -> {
          desk.failed(title, error);
          failed.run();
        });
  }

  private Both read() {
    Optional<String> kept = recovery.text(file);
    try {
      TextFile read = TextFile.read(file);
      return new Both(read, kept.filter(text -> !text.equals(read.text())));
    } catch (BadInputException e) {
      if (kept.isPresent()) {
        return new Both(new TextFile("", false), kept); // the file is gone, what was typed is not
      }
      throw e;
    }
  }

  /**
   * What becomes of saving.
   *
   * @param saved called when it is done
   * @param elsewhere given the text that somebody else wrote, which stays
   * @param failed called where it cannot be written; that is said already
   */
  record Outcome(Runnable saved, Consumer<String> elsewhere, Runnable failed) {}

  /**
   * Saves a text, unless the disk has another one than when it was last looked at.
   *
   * @param last done when it is written, away from the event thread
   */
  void save(String text, Runnable last, Outcome outcome) {
    TextFile known = disk;
    Path target = file;
    String title = texts.get("saving", name());
    desk.background(
        title,
        progress -> {
          Optional<String> other = other(target, known);
          if (other.isEmpty()) {
            known.with(text).write(target);
            last.run();
          }
          return other;
        },
        other -> {
          if (other.isPresent()) {
            outcome.elsewhere().accept(other.get());
          } else {
            disk = known.with(text);
            desk.tell(new FilesChanged());
            outcome.saved().run();
          }
        },
        error -> {
          desk.failed(title, error);
          outcome.failed().run();
        });
  }

  /** Writes a text as another file, which it is from now on. */
  void saveAs(Path other, String text, Runnable saved) {
    TextFile fresh = new TextFile(text, false);
    desk.background(
        texts.get("saving", other.getFileName()),
        progress -> {
          fresh.write(other);
          return null;
        },
        done -> {
          file = other;
          disk = fresh;
          desk.tell(new FilesChanged());
          saved.run();
        });
  }

  /** The text that somebody else wrote; empty where nobody did. */
  private static Optional<String> other(Path file, TextFile known) {
    try {
      return Optional.of(TextFile.read(file).text()).filter(text -> !text.equals(known.text()));
    } catch (BadInputException gone) {
      return Optional.empty();
    }
  }

  /** Takes the disk's text for known, so that saving replaces it. */
  void accept(String text) {
    disk = disk.with(text);
  }

  /** Looks whether somebody else has written it. */
  void look(Consumer<String> changed) {
    if (looks) {
      return;
    }
    looks = true;
    TextFile known = disk;
    desk.background(
        texts.get("looking", name()),
        progress -> other(file, known),
        other -> {
          looks = false;
          if (disk == known) {
            other.ifPresent(changed);
          }
        },
        error -> looks = false);
  }
}
