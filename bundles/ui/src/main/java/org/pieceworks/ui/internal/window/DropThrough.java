package org.pieceworks.ui.internal.window;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.dnd.DropTargetEvent;
import java.awt.event.AWTEventListener;
import java.awt.event.ContainerEvent;
import javax.swing.SwingUtilities;
import javax.swing.plaf.UIResource;

/**
 * Lets files through to the window where a component takes drops of its own, such as text. Only
 * targets that the look put there are replaced; what they took before they still take.
 */
final class DropThrough implements AWTEventListener {

  private final Window window;
  private final FileDrop files;

  private DropThrough(Window window, FileDrop files) {
    this.window = window;
    this.files = files;
  }

  /** Begins for all components that a window has or will have; returns what ends it. */
  static Runnable begin(Window window, FileDrop files) {
    DropThrough through = new DropThrough(window, files);
    Toolkit.getDefaultToolkit().addAWTEventListener(through, AWTEvent.CONTAINER_EVENT_MASK);
    through.open(window);
    return () -> Toolkit.getDefaultToolkit().removeAWTEventListener(through);
  }

  @Override
  public void eventDispatched(AWTEvent event) {
    if (event.getID() == ContainerEvent.COMPONENT_ADDED
        && event instanceof ContainerEvent added
        && (added.getContainer() == window
            || SwingUtilities.getWindowAncestor(added.getContainer()) == window)) {
      open(added.getChild());
    }
  }

  private void open(Component component) {
    DropTarget own = component.getDropTarget();
    if (own instanceof UIResource) {
      component.setDropTarget(new Through(own, files));
    }
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        open(child);
      }
    }
  }

  /** A component's own target, before which files are taken. */
  private static final class Through extends DropTarget {

    private static final long serialVersionUID = 1L;

    private final DropTarget own;
    private final transient FileDrop files;

    Through(DropTarget own, FileDrop files) {
      this.own = own;
      this.files = files;
    }

    private static boolean taken(DropTargetDragEvent event) {
      boolean file = event.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
      if (file) {
        event.acceptDrag(DnDConstants.ACTION_COPY);
      }
      return file;
    }

    @Override
    public synchronized void dragEnter(DropTargetDragEvent event) {
      if (!taken(event)) {
        own.dragEnter(event);
      }
    }

    @Override
    public synchronized void dragOver(DropTargetDragEvent event) {
      if (!taken(event)) {
        own.dragOver(event);
      }
    }

    @Override
    public synchronized void dropActionChanged(DropTargetDragEvent event) {
      if (!taken(event)) {
        own.dropActionChanged(event);
      }
    }

    @Override
    public synchronized void dragExit(DropTargetEvent event) {
      own.dragExit(event);
    }

    @Override
    public synchronized void drop(DropTargetDropEvent event) {
      if (event.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
        event.acceptDrop(DnDConstants.ACTION_COPY);
        event.dropComplete(files.take(event.getTransferable()));
      } else {
        own.drop(event);
      }
    }
  }
}
