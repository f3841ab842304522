package org.pieceworks.ui.component;

import javax.swing.JButton;
import org.pieceworks.ui.Texts;

/** Buttons whose words are those of a key. */
public final class Buttons {

  private Buttons() {}

  /**
   * A button named {@code view-key}.
   *
   * @param view that it stands in
   * @param key of its words; those of its tooltip are at {@code key.help}
   */
  public static JButton of(Texts texts, String view, String key, Runnable run) {
    JButton button = new JButton(texts.get(key));
    button.setName(view + "-" + key);
    button.setToolTipText(texts.get(key + ".help"));
    button.addActionListener(event -> run.run());
    return button;
  }
}
