package org.pieceworks.ui.internal.trial;

/** Texts that come from elsewhere, such as ids and messages, within texts that are HTML. */
public final class Html {

  private Html() {}

  /** The same text with nothing in it that HTML would take for its own. */
  public static String plain(Object text) {
    return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;");
  }
}
