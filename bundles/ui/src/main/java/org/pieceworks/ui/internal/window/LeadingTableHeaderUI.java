package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.ui.FlatTableHeaderUI;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.plaf.ComponentUI;

/** Headings of tables stand where their cells begin. */
public final class LeadingTableHeaderUI extends FlatTableHeaderUI {

  /** Has all tables take it; by its class, as the look's class loader does not know it. */
  static void use() {
    String name = LeadingTableHeaderUI.class.getName();
    UIManager.put("TableHeaderUI", name);
    UIManager.put(name, LeadingTableHeaderUI.class);
  }

  /** Called by Swing. */
  public static ComponentUI createUI(JComponent header) {
    return new LeadingTableHeaderUI();
  }

  @Override
  protected void installDefaults() {
    super.installDefaults();
    if (header.getDefaultRenderer() instanceof JLabel label) {
      label.setHorizontalAlignment(SwingConstants.LEADING);
    }
  }
}
