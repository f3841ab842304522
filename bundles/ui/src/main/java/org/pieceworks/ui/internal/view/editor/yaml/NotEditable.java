package org.pieceworks.ui.internal.view.editor.yaml;

/** A text that has to be changed by hand: nobody but its writer knows how. */
public final class NotEditable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public NotEditable(String why) {
    super(why);
  }
}
