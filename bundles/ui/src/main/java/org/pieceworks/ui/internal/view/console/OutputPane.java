package org.pieceworks.ui.internal.view.console;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JTextPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import org.pieceworks.ui.internal.view.console.Spool.Kind;
import org.pieceworks.ui.internal.view.console.Spool.Piece;

/** What was entered and what came of it, each in a colour of its own; long lines are not broken. */
final class OutputPane extends JTextPane {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200_000;

  OutputPane(String name) {
    setEditable(false);
    setName("console-output");
    getAccessibleContext().setAccessibleName(name);
    ((DefaultCaret) getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
  }

  static Font monospaced(Font font) {
    return new Font(Font.MONOSPACED, Font.PLAIN, font.getSize());
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(monospaced(UIManager.getFont("Label.font")));
    setBackground(UIManager.getColor("Table.background"));
  }

  /** Wide tables are scrolled. */
  @Override
  public boolean getScrollableTracksViewportWidth() {
    Component port = SwingUtilities.getUnwrappedParent(this);
    return !(port instanceof JViewport) || getUI().getPreferredSize(this).width <= port.getWidth();
  }

  /** Adds a text at the end and shows the end, unless its user has scrolled away from it. */
  void append(Piece piece) {
    boolean follow = isAtEnd();
    StyledDocument document = getStyledDocument();
    try {
      Overwriting change = Overwriting.of(lastLine(document), piece.text());
      document.remove(document.getLength() - change.removed(), change.removed());
      document.insertString(document.getLength(), change.added(), style(piece.kind()));
      shorten(document);
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
    if (follow) {
      setCaretPosition(document.getLength());
      if (getParent() != null) {
        getParent().validate(); // its height is known only then
      }
      scrollRectToVisible(new java.awt.Rectangle(0, getHeight() - 1, 1, 1));
    }
  }

  private boolean isAtEnd() {
    java.awt.Rectangle seen = getVisibleRect();
    return seen.height == 0 || seen.y + seen.height >= getHeight() - 2 * getFont().getSize();
  }

  private static String lastLine(StyledDocument document) throws BadLocationException {
    int start = document.getParagraphElement(document.getLength()).getStartOffset();
    return document.getText(start, document.getLength() - start);
  }

  private static void shorten(StyledDocument document) throws BadLocationException {
    if (document.getLength() > MOST) {
      document.remove(0, document.getLength() - MOST / 2);
    }
  }

  private static AttributeSet style(Kind kind) {
    SimpleAttributeSet style = new SimpleAttributeSet();
    Color colour =
        switch (kind) {
          case INPUT -> UIManager.getColor("Actions.Blue");
          case ERROR -> UIManager.getColor("Actions.Red");
          case OUTPUT -> null; // the pane's own, in every look
        };
    if (colour != null) {
      StyleConstants.setForeground(style, colour);
    }
    return style;
  }

  void clear() {
    setText("");
  }
}
