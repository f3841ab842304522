package org.pieceworks.ui.internal.view.console;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.InitialFocus;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.internal.view.console.Spool.Kind;

/** What commands wrote, and below it a line to enter the next one. */
final class ConsolePanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int SHOW_IN_MS = 50;
  private static final int AT_ONCE = 16_000;
  private static final int GAP = 6;
  private static final String HISTORY = "history";

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Spool spool = new Spool();
  private final transient Session session;
  private final transient History history;
  private final OutputPane output;
  private final JTextField input = new JTextField();
  private final JLabel prompt = new JLabel("\u203a");
  private final JButton interrupt;
  private final Timer timer = new Timer(SHOW_IN_MS, event -> showWritten());

  ConsolePanel(Desk desk, Texts texts, java.util.function.Function<Spool, Session> begin) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    session = begin.apply(spool);
    history = new History(desk.remembered(HISTORY, ""));
    output = new OutputPane(texts.get("output"));
    interrupt = button("interrupt", session::interrupt);
    interrupt.setEnabled(false);
    add(scrolled(), BorderLayout.CENTER);
    add(line(), BorderLayout.SOUTH);
    InitialFocus.at(this, input);
    key(KeyEvent.VK_UP, 0, () -> replace(history::back));
    key(KeyEvent.VK_DOWN, 0, () -> replace(history::forth));
    key(KeyEvent.VK_TAB, 0, this::complete);
    key(KeyEvent.VK_L, KeyEvent.CTRL_DOWN_MASK, this::clear);
    key(KeyEvent.VK_PAUSE, KeyEvent.CTRL_DOWN_MASK, session::interrupt);
    key(KeyEvent.VK_ESCAPE, 0, session::interrupt);
    input.addActionListener(event -> enter());
    spool.add(Kind.INPUT, texts.get("begin") + "\n");
    timer.start();
  }

  private JScrollPane scrolled() {
    JScrollPane scrolled = new JScrollPane(output);
    scrolled.setBorder(BorderFactory.createEmptyBorder());
    return scrolled;
  }

  private JPanel line() {
    input.setName("console-input");
    input.getAccessibleContext().setAccessibleName(texts.get("input"));
    input.putClientProperty("JTextField.placeholderText", texts.get("prompt"));
    input.setFont(OutputPane.monospaced(input.getFont()));
    // Tab completes here; Shift+Tab and Ctrl+Tab leave the field.
    input.setFocusTraversalKeys(
        java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
        java.util.Set.of(
            java.awt.AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, KeyEvent.CTRL_DOWN_MASK)));
    JPanel buttons = new JPanel(new java.awt.FlowLayout(java.awt.FlowLayout.TRAILING, GAP, 0));
    buttons.add(interrupt);
    buttons.add(button("clear", this::clear));
    prompt.setFont(prompt.getFont().deriveFont(Font.BOLD));
    JPanel line = new JPanel(new BorderLayout(GAP, 0));
    line.setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP, GAP / 2, 0));
    line.add(prompt, BorderLayout.WEST);
    line.add(input, BorderLayout.CENTER);
    line.add(buttons, BorderLayout.EAST);
    return line;
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "console", key, run);
  }

  private void key(int code, int modifiers, Runnable run) {
    Keys.on(input, WHEN_FOCUSED, KeyStroke.getKeyStroke(code, modifiers), run);
  }

  private void replace(UnaryOperator<String> other) {
    input.setText(other.apply(input.getText()));
  }

  private void enter() {
    String line = input.getText().strip();
    if (line.isEmpty() || interrupt.isEnabled()) {
      return;
    }
    history.add(line);
    desk.remember(HISTORY, history.kept());
    input.setText("");
    spool.add(Kind.INPUT, "\u203a " + line + "\n");
    busy(true);
    session.run(line, () -> SwingUtilities.invokeLater(() -> busy(false)));
  }

  private void busy(boolean busy) {
    interrupt.setEnabled(busy);
    prompt.setText(busy ? "\u2026" : "\u203a");
  }

  private void complete() {
    String line = input.getText();
    int caret = input.getCaretPosition();
    desk.background(
        texts.get("complete"),
        progress -> Completion.of(line, caret, session.commands()),
        completion -> {
          if (input.getText().equals(line)) {
            show(completion);
          }
        });
  }

  private void show(Completion completion) {
    input.setText(completion.line());
    input.setCaretPosition(completion.caret());
    if (!completion.names().isEmpty()) {
      spool.add(Kind.INPUT, String.join("  ", completion.names()) + "\n");
    }
  }

  private void clear() {
    spool.clear();
    output.clear();
  }

  /** A little at a time: the window stays alive however much is written. */
  private void showWritten() {
    Optional<Spool.Piece> piece = spool.take(AT_ONCE);
    piece.ifPresent(output::append);
  }
}
