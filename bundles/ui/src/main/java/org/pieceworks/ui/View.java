package org.pieceworks.ui;

import javax.swing.JComponent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view of the workbench. Every service of this type is one: it appears in the window when its
 * bundle starts and is gone when that stops.
 */
@ConsumerType
public interface View {

  /** Name, place and icon. */
  ViewInfo info();

  /**
   * Called on the event thread when a window takes up the view, before it is seen and whether or
   * not it ever is: the place to offer and to hear what a view offers and hears from the start.
   *
   * @param desk the same that {@link #open} is given
   */
  default void begin(Desk desk) {}

  /**
   * Makes what the view shows: called on the event thread when it is first seen, once for each
   * window. It must return at once; what takes time goes through {@link Desk#background}.
   *
   * @param desk of this view: what is asked of it ends with the view
   */
  JComponent open(Desk desk);
}
