package org.pieceworks.ui.internal.view.assembly;

import java.awt.BorderLayout;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.pieceworks.experiment.trial.ServedTrial;
import org.pieceworks.ui.Texts;

/** What one method answers. */
final class AnswerColumn extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double THOUSAND = 1000;

  private final transient Texts texts;
  private final JTextArea answer = new JTextArea(2, 10);
  private final JLabel time = new JLabel(" ");

  AnswerColumn(Texts texts, String method) {
    super(new BorderLayout(0, 2));
    this.texts = texts;
    JLabel title = new JLabel(texts.get("method." + method));
    title.putClientProperty("FlatLaf.styleClass", "h4");
    answer.setName("assembly-answer-" + method);
    answer.getAccessibleContext().setAccessibleName(title.getText());
    answer.setEditable(false);
    answer.setLineWrap(true);
    answer.setWrapStyleWord(true);
    time.putClientProperty("FlatLaf.styleClass", "small");
    time.setName("assembly-time-" + method);
    add(title, BorderLayout.NORTH);
    add(new JScrollPane(answer), BorderLayout.CENTER);
    add(time, BorderLayout.SOUTH);
    setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
  }

  void clear() {
    show("", " ");
  }

  void waits() {
    show(texts.get("answering"), " ");
  }

  /**
   * Shows an answer.
   *
   * @param truth what the user answered; empty where nobody knows
   */
  void show(ServedTrial.Reply reply, String truth) {
    String expected =
        reply.expected().isPresent()
            ? texts.get(
                "expected", String.format(Locale.ROOT, "%.2f", reply.expected().getAsDouble()))
            : "";
    show(reply.text() + expected, texts.get("time", time(reply.seconds())));
    boolean right = reply.text().strip().equalsIgnoreCase(truth.strip());
    if (right) {
      time.setText(texts.get("right", time.getText()));
    }
  }

  void fail(String message) {
    show(message, " ");
    answer.setForeground(UIManager.getColor("Actions.Red"));
  }

  private void show(String text, String below) {
    answer.setForeground(UIManager.getColor("TextArea.foreground"));
    answer.setText(text);
    answer.setCaretPosition(0);
    time.setText(below);
  }

  private static String time(double seconds) {
    return seconds < 1
        ? String.format(Locale.ROOT, "%.0f ms", seconds * THOUSAND)
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
