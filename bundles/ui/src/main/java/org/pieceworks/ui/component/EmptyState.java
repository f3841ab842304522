package org.pieceworks.ui.component;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.GridBagLayout;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** What a view shows while there is nothing to be shown: why, and what to do about it. */
public final class EmptyState extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;
  private static final int WIDTH = Pixels.scaled(340);

  /** Says something, without anything to press. */
  public EmptyState(String heading, String explanation) {
    super(new GridBagLayout());
    JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    JLabel title = new JLabel(heading, SwingConstants.CENTER);
    title.putClientProperty("FlatLaf.styleClass", "h3");
    title.setAlignmentX(Component.CENTER_ALIGNMENT);
    JLabel text =
        new JLabel(
            "<html><div style='width:"
                + WIDTH
                + "px; text-align:center'>"
                + explanation
                + "</div>");
    text.setAlignmentX(Component.CENTER_ALIGNMENT);
    column.add(title);
    column.add(Box.createVerticalStrut(GAP));
    column.add(text);
    add(column);
  }

  /** Adds something to press. */
  public EmptyState with(String label, String name, Runnable run) {
    Container column = (Container) getComponent(0);
    JButton button = new JButton(label);
    button.setName(name);
    button.setAlignmentX(Component.CENTER_ALIGNMENT);
    button.addActionListener(event -> run.run());
    column.add(Box.createVerticalStrut(GAP));
    column.add(button);
    return this;
  }

  /** Puts one of the two into a panel, alone. */
  public static void show(JPanel panel, JComponent content) {
    if (panel.getComponentCount() == 1 && panel.getComponent(0) == content) {
      return;
    }
    panel.removeAll();
    panel.add(content, BorderLayout.CENTER);
    panel.revalidate();
    panel.repaint();
  }
}
