package org.pieceworks.ui.component;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** What keys do in a component. */
public final class Keys {

  private Keys() {}

  /**
   * Has something done at a key.
   *
   * @param condition of {@link JComponent#getInputMap(int)}
   */
  public static void on(JComponent component, int condition, KeyStroke keys, Runnable run) {
    component.getInputMap(condition).put(keys, keys);
    component
        .getActionMap()
        .put(
            keys,
            new AbstractAction() {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                run.run();
              }
            });
  }

  /** Has something done at Enter and at a double click: what is selected is taken. */
  public static void taking(JComponent component, int condition, Runnable run) {
    on(component, condition, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), run);
    component.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              run.run();
            }
          }
        });
  }
}
