package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.Timer;
import org.pieceworks.ui.Desk;

/**
 * Keeps what of an open file is not saved in case that the workbench ends. What was asked for last
 * is what stays, whichever thread comes first.
 */
final class Keeping {

  private static final int SOON_IN_MS = 3000;

  private final Desk desk;
  private final String title;
  private final Recovery recovery;
  private final Path file;
  private final Supplier<Optional<String>> unsaved;
  private final Timer soon = new Timer(SOON_IN_MS, event -> renew());
  private long turns;
  private long written;
  private boolean ended;

  /**
   * Keeps nothing yet.
   *
   * @param title what is being done, for the status bar
   * @param unsaved the text that is not saved, if there is one
   */
  Keeping(
      Desk desk, String title, Recovery recovery, Path file, Supplier<Optional<String>> unsaved) {
    this.desk = desk;
    this.title = title;
    this.recovery = recovery;
    this.file = file;
    this.unsaved = unsaved;
    soon.setRepeats(false);
  }

  /** Keeps it some time after the first change; more of them do not put that off. */
  void soon() {
    if (!soon.isRunning() && !ended) {
      soon.start();
    }
  }

  private void renew() {
    write(unsaved.get());
  }

  private void write(Optional<String> text) {
    long turn = ++turns;
    desk.background(
        title,
        progress -> {
          write(turn, text);
          return null;
        },
        done -> {});
  }

  private synchronized void write(long turn, Optional<String> text) {
    if (turn > written) {
      written = turn;
      text.ifPresentOrElse(one -> recovery.keep(file, one), () -> recovery.forget(file));
    }
  }

  /** Keeps it at once, on the event thread: for when there is no later. */
  void renewNow() {
    if (!ended) {
      soon.stop();
      write(++turns, unsaved.get());
    }
  }

  /** What forgets, away from the event thread, all that was typed until now. */
  Runnable forgetting() {
    long turn = ++turns;
    return () -> write(turn, Optional.empty());
  }

  /** Keeps nothing any more. */
  void end() {
    stop();
    write(Optional.empty());
  }

  /** The same at once, on the event thread: for when there is no later. */
  void endNow() {
    stop();
    write(++turns, Optional.empty());
  }

  private void stop() {
    ended = true;
    soon.stop();
  }
}
