package org.pieceworks.ui.internal.trial;

import java.util.Optional;
import javax.swing.Timer;
import org.pieceworks.ui.Desk;

/** The trial that a view asks; its memory is given back when another comes or nobody asks. */
public final class HeldTrial {

  private static final int IDLE_IN_MS = 300_000;

  private final Desk desk;
  private final String closing;
  private final Timer idle = new Timer(IDLE_IN_MS, event -> let());
  private LazyTrial held;

  /**
   * Holds none.
   *
   * @param closing what the status bar says while one is closed
   */
  public HeldTrial(Desk desk, String closing) {
    this.desk = desk;
    this.closing = closing;
    idle.setRepeats(false);
  }

  /** Holds another, or none. */
  public void hold(Optional<LazyTrial> other) {
    if (held != null) {
      held.end();
    }
    let();
    held = other.orElse(null);
  }

  /** The one that is held, to be asked now. */
  public Optional<LazyTrial> ask() {
    idle.restart();
    return Optional.ofNullable(held);
  }

  private void let() {
    LazyTrial old = held;
    if (old != null) {
      desk.background(
          closing,
          progress -> {
            old.close();
            return old;
          },
          closed -> {});
    }
  }
}
