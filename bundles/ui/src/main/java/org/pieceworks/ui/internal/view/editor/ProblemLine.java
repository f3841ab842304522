package org.pieceworks.ui.internal.view.editor;

import java.awt.KeyboardFocusManager;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.ProblemsFound.Problem;

/**
 * What is wrong with a text, first of all: the whole message, however long; a click leads to it.
 */
final class ProblemLine extends JTextArea {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;

  ProblemLine(Texts texts, Runnable clicked) {
    setName("editor-problem");
    getAccessibleContext().setAccessibleName(texts.get("problem"));
    setEditable(false);
    // A tabulator leads on, as nothing can be written here.
    setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    setLineWrap(true);
    setWrapStyleWord(true);
    setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP, GAP / 2, GAP));
    setToolTipText(texts.get("problem.help"));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            clicked.run();
          }
        });
    setVisible(false);
    colour();
  }

  /** Shows the first of them; nothing where there is none. */
  void show(List<Problem> problems) {
    setVisible(!problems.isEmpty());
    if (!problems.isEmpty()) {
      setText(problems.get(0).message());
      setCaretPosition(0);
    }
  }

  private void colour() {
    setForeground(UIManager.getColor("Actions.Red"));
    setBackground(UIManager.getColor("Panel.background"));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    SwingUtilities.invokeLater(this::colour);
  }
}
