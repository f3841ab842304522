package org.pieceworks.ui.internal.view.errorlog;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.ErrorLogged;

/** Errors, a row each, newest first. */
final class ErrorTable extends JTable {

  private static final long serialVersionUID = 1L;
  private static final int TIME = Pixels.scaled(80);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final transient Texts texts;
  private final Rows rows = new Rows();

  ErrorTable(Texts texts) {
    this.texts = texts;
    setModel(rows);
    setName("error-log-entries");
    getAccessibleContext().setAccessibleName(texts.get("title"));
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setFillsViewportHeight(true);
    getColumnModel().getColumn(0).setPreferredWidth(TIME);
    getColumnModel().getColumn(0).setMaxWidth(2 * TIME);
  }

  /** Shows other entries; the selected one stays selected where it is still there. */
  void show(List<ErrorLogged> entries) {
    Optional<ErrorLogged> before = selected();
    rows.entries = entries;
    rows.fireTableDataChanged();
    int row = before.map(entries::indexOf).orElse(-1);
    if (row < 0 && !entries.isEmpty()) {
      row = 0;
    }
    if (row >= 0) {
      setRowSelectionInterval(row, row);
    }
  }

  Optional<ErrorLogged> selected() {
    int row = getSelectedRow();
    return row < 0 || row >= rows.entries.size()
        ? Optional.empty()
        : Optional.of(rows.entries.get(row));
  }

  private final class Rows extends AbstractTableModel {

    private static final long serialVersionUID = 1L;

    private transient List<ErrorLogged> entries = List.of();

    @Override
    public int getRowCount() {
      return entries.size();
    }

    @Override
    public int getColumnCount() {
      return 2;
    }

    @Override
    public String getColumnName(int column) {
      return texts.get(column == 0 ? "column.time" : "column.what");
    }

    @Override
    public Object getValueAt(int row, int column) {
      ErrorLogged entry = entries.get(row);
      return column == 0 ? CLOCK.format(entry.time()) : entry.what().lines().findFirst().orElse("");
    }
  }
}
