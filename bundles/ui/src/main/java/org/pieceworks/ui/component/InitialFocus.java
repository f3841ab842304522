package org.pieceworks.ui.component;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JComponent;
import javax.swing.LayoutFocusTraversalPolicy;

/** Which part of a view has the keyboard when the view comes to the front. */
public final class InitialFocus {

  private InitialFocus() {}

  /** Has a view begin with one of its parts instead of the first that takes keys. */
  public static void at(JComponent view, Component part) {
    view.setFocusTraversalPolicyProvider(true);
    view.setFocusTraversalPolicy(new Beginning(part));
  }

  /** Where a view begins, unless it leaves that to its window. */
  public static Component of(JComponent view) {
    return view.isFocusTraversalPolicyProvider()
        ? view.getFocusTraversalPolicy().getDefaultComponent(view)
        : null;
  }

  private static final class Beginning extends LayoutFocusTraversalPolicy {

    private static final long serialVersionUID = 1L;

    private final Component part;

    Beginning(Component part) {
      this.part = part;
    }

    @Override
    public Component getDefaultComponent(Container view) {
      return part;
    }
  }
}
