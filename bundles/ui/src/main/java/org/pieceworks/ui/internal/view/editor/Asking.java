package org.pieceworks.ui.internal.view.editor;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pieceworks.ui.Desk;

/** Asks for something that changes often: one asking at a time, and once more where it is old. */
final class Asking {

  private boolean asks;
  private boolean old;

  /** Asks away from the event thread. */
  <T> void ask(Desk desk, String title, Supplier<T> question, Consumer<T> then) {
    if (asks) {
      old = true;
      return;
    }
    asks = true;
    old = false;
    desk.background(
        title,
        progress -> question.get(),
        answer -> {
          asks = false;
          then.accept(answer);
          again(desk, title, question, then);
        },
        error -> {
          asks = false;
          desk.failed(title, error);
          again(desk, title, question, then);
        });
  }

  private <T> void again(Desk desk, String title, Supplier<T> question, Consumer<T> then) {
    if (old) {
      ask(desk, title, question, then);
    }
  }
}
