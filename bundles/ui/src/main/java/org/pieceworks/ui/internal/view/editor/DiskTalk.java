package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pieceworks.ui.Texts;

/** An open text and its file on disk: saves it, and asks where the two have grown apart. */
final class DiskTalk {

  private final Services services;
  private final Texts texts;
  private final SourceArea area;
  private final Notice notice;
  private final Runnable changed;
  private final FileKeeper keeper;
  private Keeping keeping;
  private boolean loaded;
  private boolean ended;

  /**
   * Nothing is read yet.
   *
   * @param notice where it asks
   * @param changed called when the text may be saved where it was not, or the other way round
   */
  DiskTalk(Services services, Path file, SourceArea area, Notice notice, Runnable changed) {
    this.services = services;
    this.texts = services.texts();
    this.area = area;
    this.notice = notice;
    this.changed = changed;
    keeper = new FileKeeper(services.desk(), texts, services.recovery(), file);
    keeping = keeping();
  }

  private Keeping keeping() {
    return new Keeping(
        services.desk(),
        texts.get("keeping", file().getFileName()),
        services.recovery(),
        file(),
        () -> Optional.of(text()).filter(text -> unsaved()));
  }

  Path file() {
    return keeper.file();
  }

  private String text() {
    return area.getText();
  }

  /** Whether the file is read. */
  boolean loaded() {
    return loaded;
  }

  boolean unsaved() {
    return loaded && keeper.unsaved(text());
  }

  /**
   * Reads the file.
   *
   * @param then given its text, to be shown before a text that was never saved takes its place
   * @param unreadable called where it cannot be read
   */
  void load(Consumer<String> then, Runnable unreadable) {
    keeper.load(
        read -> {
          if (ended) {
            return;
          }
          loaded = true;
          then.accept(read.text());
          read.recovered().ifPresent(text -> restore(text, read.text()));
        },
        unreadable);
  }

  /** Shows what was never saved; what is typed from now on goes on from there. */
  private void restore(String recovered, String saved) {
    area.become(recovered);
    ask(
        texts.get("recovered", file().getFileName()),
        "recovered.keep",
        () -> {},
        "recovered.discard",
        () -> area.become(saved));
  }

  private void ask(String question, String yes, Runnable then, String no, Runnable otherwise) {
    Map<String, Runnable> answers = new LinkedHashMap<>();
    answers.put(texts.get(yes), then);
    answers.put(texts.get(no), otherwise);
    notice.ask(question, answers);
  }

  /** The text has changed. */
  void typed() {
    keeping.soon();
  }

  /**
   * Saves; asks first where somebody else wrote the file meanwhile.
   *
   * @param then done once it is saved
   * @param otherwise done where it is not
   */
  void save(Runnable then, Runnable otherwise) {
    if (!loaded) {
      return;
    }
    keeper.save(
        text(),
        keeping.forgetting(),
        new FileKeeper.Outcome(
            () -> {
              notice.setVisible(false);
              services.desk().say(texts.get("saved", file().getFileName()));
              changed.run();
              then.run();
            },
            text -> {
              changedElsewhere(text);
              otherwise.run();
            },
            otherwise));
  }

  /** Saves as another file, which it is from now on. */
  void saveAs(Path other, Runnable then) {
    keeper.saveAs(
        other,
        text(),
        () -> {
          keeping.end();
          keeping = keeping();
          if (unsaved()) {
            keeping.soon();
          }
          changed.run();
          then.run();
        });
  }

  /** Looks whether somebody else has written the file. */
  void look() {
    if (loaded && !notice.isVisible()) {
      keeper.look(this::changedElsewhere);
    }
  }

  private void changedElsewhere(String text) {
    if (!unsaved()) {
      take(text);
      services.desk().say(texts.get("reloaded", file().getFileName()));
      return;
    }
    ask(
        texts.get("elsewhere", file().getFileName()),
        "elsewhere.load",
        () -> take(text),
        "elsewhere.keep",
        () -> {
          keeper.accept(text);
          changed.run();
        });
  }

  private void take(String text) {
    keeper.accept(text);
    area.become(text);
    changed.run();
  }

  /** Keeps what is not saved at once, in case that the window closes for good. */
  void keepNow() {
    if (loaded) {
      keeping.renewNow();
    }
  }

  /** What is not saved is not wanted: nothing of it is kept. */
  void discardNow() {
    keeping.endNow();
  }

  /** The file is closed. */
  void end() {
    ended = true;
    if (loaded) {
      keeping.end();
    }
  }
}
