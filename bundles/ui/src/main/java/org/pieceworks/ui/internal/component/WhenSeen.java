package org.pieceworks.ui.internal.component;

import java.awt.event.HierarchyEvent;
import javax.swing.JComponent;

/** Puts off work until its component is seen; of what waits only the last is done. */
public final class WhenSeen {

  private final JComponent component;
  private Runnable waiting;

  /** Watches a component. */
  public WhenSeen(JComponent component) {
    this.component = component;
    component.addHierarchyListener(
        event -> {
          boolean shows = (event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0;
          if (shows && component.isShowing() && waiting != null) {
            Runnable work = waiting;
            waiting = null;
            work.run();
          }
        });
  }

  /** Does it now, or when the component is next seen. */
  public void run(Runnable work) {
    if (component.isShowing()) {
      waiting = null;
      work.run();
    } else {
      waiting = work;
    }
  }
}
