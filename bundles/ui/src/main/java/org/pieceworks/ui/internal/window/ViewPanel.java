package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import io.github.andrewauclair.moderndocking.Dockable;
import io.github.andrewauclair.moderndocking.app.Docking;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.HierarchyEvent;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.component.InitialFocus;

/**
 * A view's place in the window. What the view shows is made when it is first seen; if it throws,
 * then or later, its error is shown in its place and the rest of the window lives on.
 */
final class ViewPanel extends JPanel implements Dockable {

  private static final long serialVersionUID = 1L;

  private final transient View view;
  private final transient ViewInfo info;
  private final transient ViewDesk desk;
  private boolean opened;
  private boolean broken;
  private long count;

  ViewPanel(View view, ViewDesk desk) {
    super(new BorderLayout());
    this.view = view;
    this.info = view.info();
    this.desk = desk;
    setName("view-" + info.id());
    getAccessibleContext().setAccessibleName(info.title());
    getAccessibleContext().setAccessibleDescription(info.help());
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
            SwingUtilities.invokeLater(this::openIfSeen); // each view in an event of its own
          }
        });
  }

  private void openIfSeen() {
    if (isShowing()) {
      open();
    }
  }

  ViewInfo info() {
    return info;
  }

  View view() {
    return view;
  }

  ViewDesk desk() {
    return desk;
  }

  /** Lets the view offer and hear what it does from the start. */
  void begin() {
    try {
      view.begin(desk);
    } catch (RuntimeException | LinkageError e) {
      opened = true;
      fail(e);
    }
  }

  /** Makes what it shows, unless that was done. */
  void open() {
    if (opened) {
      return;
    }
    opened = true;
    try {
      fill(view.open(desk));
    } catch (RuntimeException | LinkageError e) {
      fail(e);
    }
  }

  /** What the view wants to have the keyboard first. */
  Optional<Component> beginning() {
    return getComponentCount() > 0 && getComponent(0) instanceof JComponent content
        ? Optional.ofNullable(InitialFocus.of(content))
        : Optional.empty();
  }

  private void fill(JComponent content) {
    removeAll();
    add(content, BorderLayout.CENTER);
    revalidate();
    repaint();
  }

  /** Shows an error in the view's place, with a way to try again. */
  void fail(Throwable error) {
    broken = true;
    desk.failed(info.title(), error);
    fill(new BrokenView(info, error, this::again));
  }

  private void again() {
    desk.end();
    opened = false;
    broken = false;
    begin();
    open();
  }

  @Override
  protected void paintChildren(Graphics graphics) {
    try {
      super.paintChildren(graphics);
    } catch (RuntimeException e) {
      if (!broken) {
        SwingUtilities.invokeLater(() -> fail(e));
      }
    }
  }

  @Override
  public String getPersistentID() {
    return info.id();
  }

  /** Views scroll what needs it by themselves. */
  @Override
  public boolean isWrappableInScrollpane() {
    return false;
  }

  @Override
  public String getTabText() {
    return count == 0 ? info.title() : info.title() + " (" + count + ")";
  }

  /** Says on its tab how much there is to be seen; 0: nothing new. */
  void count(long now) {
    if (now != count) {
      count = now;
      Docking.updateTabInfo(this);
    }
  }

  @Override
  public String getTabTooltip() {
    return info.help();
  }

  @Override
  public Icon getIcon() {
    return info.icon() == null ? null : new FlatSVGIcon(info.icon());
  }
}
