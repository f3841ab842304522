package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.pieceworks.api.BadInputException;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FilesChanged;

/** Keeps an open file's text and the disk's together, away from the event thread. */
final class FileKeeper {

  private final Desk desk;
  private final Texts texts;
  private final Recovery recovery;
  private Path file;
  private TextFile disk = new TextFile("", false);
  private boolean looks;
  private boolean keeps;

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
    desk.background(
        texts.get("reading", name()),
        progress -> read(),
        both -> {
          disk = both.disk();
          then.accept(new Loaded(disk.text(), both.recovered()));
        },
        error -> {
          desk.failed(texts.get("reading", name()), error);
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
   * Saves a text, unless the disk has another one than when it was last looked at.
   *
   * @param elsewhere given that text
   */
  void save(String text, Runnable then, Consumer<String> elsewhere) {
    TextFile known = disk;
    Path target = file;
    desk.background(
        texts.get("saving", name()),
        progress -> {
          Optional<String> other = other(target, known);
          if (other.isEmpty()) {
            known.with(text).write(target);
            recovery.forget(target);
          }
          return other;
        },
        other -> {
          if (other.isPresent()) {
            elsewhere.accept(other.get());
          } else {
            disk = known.with(text);
            desk.tell(new FilesChanged());
            then.run();
          }
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

  /** From now on it is another file. */
  void move(Path other) {
    Path before = file;
    file = other;
    desk.background(
        texts.get("saving", name()),
        progress -> {
          recovery.forget(before);
          return null;
        },
        done -> {});
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

  /** Keeps a text in case that the workbench ends. */
  void keep(String text) {
    if (keeps) {
      return;
    }
    keeps = true;
    desk.background(
        texts.get("keeping", name()),
        progress -> {
          keepNow(text);
          return null;
        },
        done -> keeps = false,
        error -> {
          keeps = false;
          desk.failed(texts.get("keeping", name()), error);
        });
  }

  /** The same at once, where there is no later. */
  void keepNow(String text) {
    if (unsaved(text)) {
      recovery.keep(file, text);
    } else {
      recovery.forget(file);
    }
  }

  /** Forgets what was kept. */
  void forget() {
    Path forgotten = file;
    desk.background(
        texts.get("keeping", name()),
        progress -> {
          recovery.forget(forgotten);
          return null;
        },
        done -> {});
  }
}
