package org.pieceworks.ui.internal.view.editor.form;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/** Rows below each other, as wide as what they are scrolled in. */
public final class Column extends JPanel implements Scrollable {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;
  private static final int STEP = 16;

  private int row;

  /** Without rows yet. */
  public Column() {
    super(new GridBagLayout());
    setBorder(BorderFactory.createEmptyBorder(GAP, 2 * GAP, GAP, 2 * GAP));
  }

  /** Takes all rows away. */
  public void clear() {
    removeAll();
    row = 0;
  }

  /** Adds a row of its whole width. */
  public void wide(Component component) {
    add(component, place(0, 2, 1, 0));
    row++;
  }

  /** Adds a label and what it labels. */
  public void pair(JLabel label, Component component) {
    label.setLabelFor(component);
    add(label, place(0, 1, 0, 0));
    add(component, place(1, 1, 1, GAP));
    row++;
  }

  /** Adds what is left as space below. */
  public void fill() {
    GridBagConstraints place = place(0, 2, 1, 0);
    place.weighty = 1;
    add(Box.createGlue(), place);
    row++;
  }

  private GridBagConstraints place(int column, int width, double weight, int left) {
    return new GridBagConstraints(
        column,
        row,
        width,
        1,
        weight,
        0,
        GridBagConstraints.WEST,
        GridBagConstraints.HORIZONTAL,
        new Insets(GAP / 2, left, GAP / 2, 0),
        0,
        0);
  }

  /** A heading. */
  public static JLabel heading(String text) {
    JLabel heading = new JLabel(text);
    heading.putClientProperty("FlatLaf.styleClass", "h3");
    return heading;
  }

  /** A sentence that goes over several lines where it has to. */
  public static JTextArea sentence(String text) {
    JTextArea area = new JTextArea(text);
    area.setEditable(false);
    area.setFocusable(false);
    area.setOpaque(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setBorder(BorderFactory.createEmptyBorder());
    area.setColumns(1);
    area.putClientProperty("FlatLaf.style", "background: null");
    area.putClientProperty("FlatLaf.styleClass", "small");
    return area;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }
}
