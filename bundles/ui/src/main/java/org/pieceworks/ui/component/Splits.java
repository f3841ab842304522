package org.pieceworks.ui.component;

import java.awt.Component;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JSplitPane;

/** Split panes whose parts have shares of what there is, whatever they would prefer. */
public final class Splits {

  private Splits() {}

  /**
   * One beside or above another.
   *
   * @param orientation of {@link JSplitPane}
   * @param share of the first, from 0 to 1
   */
  public static JSplitPane of(int orientation, Component first, Component second, double share) {
    JSplitPane split = new JSplitPane(orientation, first, second);
    split.setBorder(null);
    split.setResizeWeight(share);
    split.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            // Only once it has a size does a share of it mean something.
            if (split.getWidth() > 0 && split.getHeight() > 0) {
              split.removeComponentListener(this);
              split.setDividerLocation(share);
            }
          }
        });
    return split;
  }
}
