package org.pieceworks.ui.internal.window;

import java.util.function.Supplier;
import javax.swing.Timer;
import org.pieceworks.ui.internal.log.ErrorLog;

/** Says on the error log's tab how many errors came while it was out of sight. */
final class UnseenErrors {

  private static final int LOOK_IN_MS = 500;

  private final ErrorLog errors;
  private final Supplier<ViewPanel> log;
  private final Timer timer = new Timer(LOOK_IN_MS, event -> look());
  private long seen;

  /**
   * Begins to count.
   *
   * @param log gives the view of errors, null while there is none
   */
  UnseenErrors(ErrorLog errors, Supplier<ViewPanel> log) {
    this.errors = errors;
    this.log = log;
    seen = errors.added();
    timer.start();
  }

  private void look() {
    ViewPanel panel = log.get();
    if (panel != null) {
      long added = errors.added();
      if (panel.isShowing()) {
        seen = added;
      }
      panel.count(added - seen);
    }
  }

  void end() {
    timer.stop();
  }
}
