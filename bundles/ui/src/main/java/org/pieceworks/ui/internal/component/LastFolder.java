package org.pieceworks.ui.internal.component;

import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.RootPaneContainer;
import org.pieceworks.ui.Desk;

/**
 * The folder that was last chosen for a purpose. Views that have it in common share it while the
 * window is open; each of them remembers what was chosen in it beyond that.
 *
 * @param purpose what the folder was chosen for
 */
record LastFolder(Desk desk, String purpose) {

  private String key() {
    return "folder." + purpose;
  }

  private JComponent window() {
    return ((RootPaneContainer) desk.window()).getRootPane();
  }

  /** The folder, or another where none was chosen. */
  Path or(Path otherwise) {
    return window().getClientProperty(key()) instanceof Path folder
        ? folder
        : Path.of(desk.remembered(key(), otherwise.toString()));
  }

  /** A folder was chosen. */
  void remember(Path folder) {
    window().putClientProperty(key(), folder);
    desk.remember(key(), folder.toString());
  }
}
