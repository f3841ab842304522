package org.pieceworks.ui.internal.view.charts;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** What is seen in a chart, in words below it, as many lines as its width asks for. */
final class Caption extends JTextArea {

  private static final long serialVersionUID = 1L;
  private static final int SIDE = 12;
  private static final int GAP = 8;
  private static final int ROOM = 600;

  Caption(String text) {
    super(text);
    setName("charts-caption");
    getAccessibleContext().setAccessibleName(text);
    setEditable(false);
    setFocusable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    putClientProperty("FlatLaf.styleClass", "small");
    // Colours of the look itself would be taken back when this is made while the look changes.
    setBackground(Looks.current().ground());
    setForeground(Looks.current().ink());
    setBorder(BorderFactory.createEmptyBorder(0, SIDE, GAP, SIDE));
  }

  /** A text area knows its height only for a width, which it has not before it is first shown. */
  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() == 0 ? ROOM : getWidth();
    int inner = Math.max(1, width - 2 * SIDE);
    int words = getFontMetrics(getFont()).stringWidth(getText());
    // Lines break between words: a tenth is lost.
    int lines = Math.max(1, (int) Math.ceil(words * 1.1 / inner));
    int height = lines * getFontMetrics(getFont()).getHeight() + GAP;
    return new Dimension(width, height);
  }
}
