package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import org.fife.ui.rsyntaxtextarea.ErrorStrip;
import org.fife.ui.rtextarea.RTextScrollPane;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Typing;
import org.pieceworks.ui.event.ProblemsFound.Problem;
import org.pieceworks.ui.internal.view.editor.form.FormValues;
import org.pieceworks.ui.internal.view.editor.form.Settings;

/** An experiment as text, with what is wrong underlined. */
final class TextSide extends JPanel {

  private static final long serialVersionUID = 1L;

  private final SourceArea area = new SourceArea();
  private final transient ProblemMarks marks = new ProblemMarks();

  /**
   * An empty text.
   *
   * @param values of the text as it last was valid
   * @param changed called whenever the text changes
   */
  TextSide(
      Texts texts, Supplier<Settings> settings, Supplier<FormValues> values, Runnable changed) {
    super(new BorderLayout());
    area.setName("editor-text");
    area.getAccessibleContext().setAccessibleName(texts.get("text"));
    RTextScrollPane scrolled = new RTextScrollPane(area, true);
    scrolled.setBorder(BorderFactory.createEmptyBorder());
    ErrorStrip strip = new ErrorStrip(area);
    strip.setShowMarkedOccurrences(false);
    add(scrolled, BorderLayout.CENTER);
    add(strip, BorderLayout.EAST);
    area.addParser(marks);
    new KeyCompletion(settings, values).install(area);
    Typing.on(area.getDocument(), changed);
    scrolled
        .getViewport()
        .addComponentListener(
            new ComponentAdapter() {
              @Override
              public void componentResized(ComponentEvent event) {
                stayAtCaret();
              }
            });
  }

  /** A message that comes while one types must not cover the line. */
  private void stayAtCaret() {
    try {
      Rectangle2D caret = area.modelToView2D(area.getCaretPosition());
      if (caret != null && area.isFocusOwner()) {
        area.scrollRectToVisible(caret.getBounds());
      }
    } catch (BadLocationException e) {
      area.setCaretPosition(0);
    }
  }

  SourceArea area() {
    return area;
  }

  /** A text that nothing is undone of. */
  void begin(String text) {
    area.setText(text);
    area.discardAllEdits();
    area.setCaretPosition(0);
  }

  void mark(List<Problem> problems) {
    marks.show(problems);
    area.forceReparsing(marks);
  }

  /** Puts the caret at a line, from 1. */
  void select(int line) {
    try {
      int within = Math.max(1, Math.min(line, area.getLineCount()));
      reveal(area.getLineStartOffset(within - 1));
      // Behind whatever a view that comes to the front does with the focus.
      SwingUtilities.invokeLater(area::requestFocusInWindow);
    } catch (BadLocationException e) {
      area.setCaretPosition(0);
    }
  }

  /** Puts the caret at a place and the place into the middle. */
  void reveal(int place) {
    area.setCaretPosition(place);
    SwingUtilities.invokeLater(this::centre);
  }

  private void centre() {
    try {
      Rectangle2D caret = area.modelToView2D(area.getCaretPosition());
      if (caret != null) {
        Rectangle seen = area.getVisibleRect();
        seen.x = 0;
        seen.y = Math.max(0, (int) caret.getY() - seen.height / 2);
        area.scrollRectToVisible(seen);
      }
    } catch (BadLocationException e) {
      area.setCaretPosition(0);
    }
  }
}
