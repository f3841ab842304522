package org.pieceworks.ui.internal.component;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;

/** The system's clipboard. */
public final class Clipboard {

  private Clipboard() {}

  /** Puts a text there. */
  public static void put(String text) {
    put(new StringSelection(text));
  }

  /** Puts something there. */
  public static void put(Transferable content) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(content, null);
  }
}
