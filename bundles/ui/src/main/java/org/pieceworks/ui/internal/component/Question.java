package org.pieceworks.ui.internal.component;

import java.awt.Window;
import java.util.List;
import javax.swing.JOptionPane;

/**
 * Something that is asked before it is done.
 *
 * @param title of its dialog
 * @param text the question; lines between line breaks
 * @param answers words on buttons
 * @param proposed the answer that Enter gives, from 0
 */
public record Question(String title, String text, List<String> answers, int proposed) {

  /** Copies the answers. */
  public Question {
    answers = List.copyOf(answers);
  }

  /** The chosen answer, from 0; -1 where the dialog was closed without one. */
  public int ask(Window owner) {
    return ask(owner, JOptionPane.QUESTION_MESSAGE);
  }

  /** The same where something is lost by the wrong answer. */
  public int warn(Window owner) {
    return ask(owner, JOptionPane.WARNING_MESSAGE);
  }

  private int ask(Window owner, int kind) {
    return FocusBack.after(
        owner,
        () ->
            JOptionPane.showOptionDialog(
                owner,
                text,
                title,
                JOptionPane.DEFAULT_OPTION,
                kind,
                null,
                answers.toArray(),
                answers.get(proposed)));
  }
}
