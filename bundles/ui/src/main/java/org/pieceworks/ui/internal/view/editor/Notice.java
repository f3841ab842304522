package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** A bar above a text that asks something without standing in the way. */
final class Notice extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;

  private final JLabel sentence = new JLabel();
  private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, GAP, 0));

  Notice() {
    super(new BorderLayout(GAP, 0));
    setName("editor-notice");
    add(sentence, BorderLayout.CENTER);
    add(buttons, BorderLayout.EAST);
    setVisible(false);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(
                0, 2, 0, 0, UIManager.getColor("Component.accentColor")),
            BorderFactory.createEmptyBorder(2, GAP, 2, 0)));
  }

  /**
   * Asks.
   *
   * @param answers what is done, by the word on its button; the bar goes then
   */
  void ask(String question, Map<String, Runnable> answers) {
    sentence.setText(question);
    sentence.setToolTipText(question);
    buttons.removeAll();
    answers.forEach(
        (word, run) -> {
          JButton button = new JButton(word);
          button.setName("editor-notice-" + buttons.getComponentCount());
          button.addActionListener(
              event -> {
                setVisible(false);
                run.run();
              });
          buttons.add(button);
        });
    setVisible(true);
    revalidate();
  }
}
