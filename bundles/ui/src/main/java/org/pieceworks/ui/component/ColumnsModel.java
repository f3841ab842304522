package org.pieceworks.ui.component;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.pieceworks.ui.Texts;

/** A table whose columns have keys, and their headings at {@code column.key}. */
public abstract class ColumnsModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final transient List<String> columns;

  /** Takes the keys, from left to right. */
  protected ColumnsModel(Texts texts, List<String> columns) {
    this.texts = texts;
    this.columns = List.copyOf(columns);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnName(int column) {
    return texts.get("column." + columns.get(column));
  }
}
