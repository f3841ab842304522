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
import javax.swing.SwingUtilities;

/** What a view shows while there is nothing to be shown: why, and what to do about it. */
public final class EmptyState extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;

  /** What Swing takes a pixel of a page to be. */
  private static final double HTML_PIXEL = 1.3;

  private static final int WIDTH = Pixels.scaled(340);

  private final JLabel text = new JLabel();
  private final String explanation;
  private int wrapped;

  /** Says something, without anything to press. */
  public EmptyState(String heading, String explanation) {
    super(new GridBagLayout());
    this.explanation = explanation;
    wrap(WIDTH);
    JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    JLabel title = new JLabel(heading, SwingConstants.CENTER);
    title.putClientProperty("FlatLaf.styleClass", "h3");
    title.setAlignmentX(Component.CENTER_ALIGNMENT);
    text.setAlignmentX(Component.CENTER_ALIGNMENT);
    column.add(title);
    column.add(Box.createVerticalStrut(GAP));
    column.add(text);
    add(column);
  }

  private void wrap(int width) {
    if (width != wrapped) {
      wrapped = width;
      text.setText(
          "<html><div style='width:" + width + "px; text-align:center'>" + explanation + "</div>");
    }
  }

  private void wrap() {
    boolean wide = getWidth() + 1 >= WIDTH * HTML_PIXEL;
    wrap(wide ? WIDTH : Math.max(1, (int) ((getWidth() - 2 * GAP) / HTML_PIXEL)));
  }

  /** Sentences are as wide as their place, if that is narrow. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth();
    super.setBounds(x, y, width, height);
    if (other) {
      SwingUtilities.invokeLater(this::wrap); // a layout under way would not see it
    }
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
