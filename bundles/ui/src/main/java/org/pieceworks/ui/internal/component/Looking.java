package org.pieceworks.ui.internal.component;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pieceworks.ui.Desk;

/** Looks at something in the background again and again, one look at a time. */
public final class Looking<T> {

  private final Desk desk;
  private final String title;
  private final Supplier<T> look;
  private final Consumer<T> seen;
  private boolean looks;
  private boolean again;

  /**
   * Has not looked yet.
   *
   * @param title what is being done, for the status bar
   * @param look off the event thread
   * @param seen told on the event thread
   */
  public Looking(Desk desk, String title, Supplier<T> look, Consumer<T> seen) {
    this.desk = desk;
    this.title = title;
    this.look = look;
    this.seen = seen;
  }

  /** Looks now, or once more after a look that is under way. */
  public void now() {
    again = looks;
    if (looks) {
      return;
    }
    looks = true;
    desk.background(
        title,
        progress -> look.get(),
        found -> {
          looks = false;
          seen.accept(found);
          repeat();
        },
        error -> {
          looks = false;
          desk.failed(title, error);
        });
  }

  private void repeat() {
    if (again) {
      now();
    }
  }
}
