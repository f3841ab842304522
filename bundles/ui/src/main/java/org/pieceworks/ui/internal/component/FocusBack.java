package org.pieceworks.ui.internal.component;

import java.awt.Component;
import java.awt.Window;
import java.util.function.Supplier;

/** Gives the keyboard back to where it was: some window managers leave it with nobody. */
public final class FocusBack {

  private FocusBack() {}

  /**
   * Shows a dialog.
   *
   * @param owner of the dialog
   * @param dialog returns once it is closed
   */
  public static <T> T after(Window owner, Supplier<T> dialog) {
    Component before = owner.getMostRecentFocusOwner();
    T answer = dialog.get();
    if (owner.isShowing()) {
      owner.requestFocus();
      if (before != null && before.isShowing()) {
        before.requestFocusInWindow();
      }
    }
    return answer;
  }
}
