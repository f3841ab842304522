package org.pieceworks.ui.internal.view.users;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.pieceworks.api.data.Item;
import org.pieceworks.ui.Texts;

/** A user's history, the most recent items first. */
final class HistoryModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private transient List<Item> items = List.of();

  HistoryModel(Texts texts) {
    this.texts = texts;
  }

  void show(List<Item> history) {
    items = history;
    fireTableDataChanged();
  }

  Item item(int row) {
    return items.get(items.size() - 1 - row);
  }

  @Override
  public int getRowCount() {
    return items.size();
  }

  @Override
  public int getColumnCount() {
    return 2;
  }

  @Override
  public String getColumnName(int column) {
    return texts.get(column == 0 ? "column.input" : "column.output");
  }

  @Override
  public Object getValueAt(int row, int column) {
    Item item = item(row);
    return column == 0 ? item.input() : item.output();
  }
}
