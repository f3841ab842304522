package org.pieceworks.ui.internal.component;

import java.awt.Desktop;
import java.net.URI;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;

/** The user's browser, where the machine has one that Java knows how to open. */
public final class Browser {

  private Browser() {}

  /** Opens an address; where that cannot be done it is said, to be opened by hand. */
  public static void open(Desk desk, String address) {
    Texts texts = Texts.of(Browser.class);
    desk.background(
        texts.get("browse"),
        progress -> {
          boolean can =
              Desktop.isDesktopSupported()
                  && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
          if (can) {
            Desktop.getDesktop().browse(URI.create(address));
          }
          return can;
        },
        opened -> {
          if (!opened) {
            desk.say(texts.get("browse.not", address));
          }
        },
        error -> desk.say(texts.get("browse.not", address)));
  }
}
