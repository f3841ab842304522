package org.pieceworks.ui.internal.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.ViewInfo;

/** What stands where a view failed. */
final class BrokenView extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 12;

  BrokenView(ViewInfo info, Throwable error, Runnable again) {
    super(new BorderLayout(GAP, GAP));
    Texts texts = Texts.of(BrokenView.class);
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    JLabel heading = new JLabel(texts.get("broken", info.title()));
    heading.putClientProperty("FlatLaf.styleClass", "h3");
    add(heading, BorderLayout.NORTH);
    JTextArea trace = new JTextArea(trace(error));
    trace.setEditable(false);
    trace.setName("broken-" + info.id());
    trace.setCaretPosition(0);
    add(new JScrollPane(trace), BorderLayout.CENTER);
    JButton retry = new JButton(texts.get("broken.again"));
    retry.addActionListener(event -> again.run());
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
    buttons.add(retry);
    add(buttons, BorderLayout.SOUTH);
  }

  /** A stack trace as text. */
  static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
