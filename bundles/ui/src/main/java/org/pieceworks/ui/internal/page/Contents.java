package org.pieceworks.ui.internal.page;

import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import org.pieceworks.ui.Texts;

/** What stands where, to be gone to. */
public final class Contents extends JList<Contents.Entry> {

  private static final long serialVersionUID = 1L;
  private static final int INDENT = 14;
  private static final int GAP = 8;

  private final DefaultListModel<Entry> model = new DefaultListModel<>();
  private boolean filling;

  /**
   * Creates it empty.
   *
   * @param go called with what is selected
   */
  public Contents(String name, Consumer<Entry> go) {
    setName(name);
    getAccessibleContext().setAccessibleName(Texts.of(Contents.class).get("contents"));
    setModel(model);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setCellRenderer(new Cells());
    addListSelectionListener(
        event -> {
          if (!event.getValueIsAdjusting() && !filling && getSelectedValue() != null) {
            go.accept(getSelectedValue());
          }
        });
  }

  /** Shows other entries, without going anywhere. */
  public void show(List<Entry> entries, Entry selected) {
    filling = true;
    boolean same = entries.equals(java.util.Collections.list(model.elements()));
    if (!same) {
      model.clear();
      entries.forEach(model::addElement);
    }
    if (selected == null) {
      clearSelection();
    } else {
      setSelectedValue(selected, true);
    }
    filling = false;
  }

  /**
   * A line of it.
   *
   * @param level 0 for the outermost
   */
  public record Entry(String text, String target, int level) {}

  private static final class Cells extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      Entry entry = (Entry) value;
      JLabel label =
          (JLabel) super.getListCellRendererComponent(list, entry.text(), index, selected, focused);
      label.setBorder(BorderFactory.createEmptyBorder(3, GAP + entry.level() * INDENT, 3, GAP));
      label.setToolTipText(entry.text());
      return label;
    }
  }
}
