package org.pieceworks.ui.internal.view.welcome;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagLayout;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;

/** A heading and things to begin with. */
final class WelcomePanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = Pixels.scaled(460);
  private static final int HEIGHT = Pixels.scaled(62);
  private static final int GAP = 12;

  private final transient Texts texts;
  private final JPanel column = new JPanel();

  WelcomePanel(Texts texts) {
    super(new GridBagLayout());
    this.texts = texts;
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    column.add(line(texts.get("heading"), "h1"));
    column.add(Box.createVerticalStrut(GAP / 2));
    column.add(line(texts.get("subtitle"), "medium"));
    column.add(Box.createVerticalStrut(2 * GAP));
    add(column);
  }

  private static JLabel line(String text, String style) {
    JLabel label = new JLabel(text);
    label.putClientProperty("FlatLaf.styleClass", style);
    label.setAlignmentX(Component.LEFT_ALIGNMENT);
    return label;
  }

  /** Adds something to begin with; its words are those of the key. */
  void on(String key, Runnable run) {
    JButton button = new JButton();
    button.setLayout(new BorderLayout());
    button.setName("welcome-" + key);
    button.getAccessibleContext().setAccessibleName(texts.get(key));
    button.getAccessibleContext().setAccessibleDescription(texts.get(key + ".help"));
    JPanel words = new JPanel();
    words.setOpaque(false);
    words.setLayout(new BoxLayout(words, BoxLayout.Y_AXIS));
    words.add(Box.createVerticalGlue());
    words.add(line(texts.get(key), "h4"));
    words.add(line(texts.get(key + ".help"), "small"));
    words.add(Box.createVerticalGlue());
    button.add(words, BorderLayout.CENTER);
    button.setHorizontalAlignment(SwingConstants.LEADING);
    button.setAlignmentX(Component.LEFT_ALIGNMENT);
    button.setPreferredSize(new Dimension(WIDTH, HEIGHT));
    button.setMaximumSize(new Dimension(WIDTH, HEIGHT));
    button.addActionListener(event -> run.run());
    column.add(button);
    column.add(Box.createVerticalStrut(GAP));
  }
}
