package org.pieceworks.ui.internal.view.problems;

import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The whole message of a problem, on as many lines as it takes. */
final class ProblemDetails extends JScrollPane {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 4;
  private static final double MOST = 0.5;

  private final JTextArea text = new JTextArea();

  ProblemDetails(String accessibleName) {
    text.setName("problems-message");
    text.getAccessibleContext().setAccessibleName(accessibleName);
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    // A tabulator leads on, as nothing can be written here.
    text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    setViewportView(text);
    setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
    setBorder(BorderFactory.createEmptyBorder());
  }

  /** Shows a message. */
  void show(String message) {
    if (!message.equals(text.getText())) {
      text.setText(message);
      text.setCaretPosition(0);
      revalidate();
    }
  }

  /** As high as the message is at this width, but the table keeps its share. */
  @Override
  public Dimension getPreferredSize() {
    if (getParent() == null || getParent().getWidth() == 0) {
      return super.getPreferredSize();
    }
    int width = getParent().getWidth();
    text.setSize(width, Short.MAX_VALUE);
    int most = (int) (MOST * getParent().getHeight());
    return new Dimension(width, Math.min(text.getPreferredSize().height, most));
  }
}
