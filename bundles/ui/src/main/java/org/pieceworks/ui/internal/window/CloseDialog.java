package org.pieceworks.ui.internal.window;

import javax.swing.JFrame;
import javax.swing.JOptionPane;
import org.pieceworks.ui.Texts;

/** Asks before runs are stopped. */
final class CloseDialog {

  private CloseDialog() {}

  static boolean agreed(JFrame owner, int running) {
    Texts texts = Texts.of(CloseDialog.class);
    Object[] options = {texts.get("close.stop"), texts.get("close.stay")};
    int chosen =
        JOptionPane.showOptionDialog(
            owner,
            texts.get("close.question", running),
            texts.get("close.title"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            options,
            options[1]);
    return chosen == 0;
  }
}
