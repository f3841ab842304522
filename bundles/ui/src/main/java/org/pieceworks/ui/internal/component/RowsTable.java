package org.pieceworks.ui.internal.component;

import java.util.List;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.pieceworks.ui.component.Pixels;

/** Rows to be read: columns as wide as what stands in them, scrolled where that is too wide. */
public final class RowsTable extends JTable {

  private static final long serialVersionUID = 1L;
  private static final int LOOKED_AT = 200;
  private static final int ROOM = 22;
  private static final int WIDEST = Pixels.scaled(420);

  /** Creates it without rows. */
  public RowsTable(String name, String accessibleName) {
    setName(name);
    getAccessibleContext().setAccessibleName(accessibleName);
    setAutoResizeMode(AUTO_RESIZE_OFF);
    setFillsViewportHeight(true);
    setAutoCreateRowSorter(false);
    getTableHeader().setReorderingAllowed(false);
  }

  /** Shows rows without some of their columns, of which nothing would be learnt. */
  public void show(Rows rows, java.util.Set<Integer> without) {
    List<Integer> kept =
        java.util.stream.IntStream.range(0, rows.header().size())
            .filter(column -> !without.contains(column))
            .boxed()
            .toList();
    show(
        new Rows(
            kept.stream().map(rows.header()::get).toList(),
            rows.rows().stream().map(row -> kept.stream().map(row::get).toList()).toList()));
  }

  /** Shows other rows. */
  public void show(Rows rows) {
    setModel(new Model(rows));
    var metrics = getFontMetrics(getFont());
    for (int column = 0; column < rows.header().size(); column++) {
      int at = column;
      int widest =
          rows.rows().stream()
              .limit(LOOKED_AT)
              .mapToInt(row -> metrics.stringWidth(row.get(at)))
              .max()
              .orElse(0);
      int heading = metrics.stringWidth(rows.header().get(column));
      int width = Math.min(WIDEST, Math.max(widest, heading) + ROOM);
      getColumnModel().getColumn(column).setPreferredWidth(width);
    }
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getPreferredSize().width < getParent().getWidth();
  }

  @Override
  public void doLayout() {
    // Room that is left goes to the last column.
    boolean room = getScrollableTracksViewportWidth();
    setAutoResizeMode(room ? AUTO_RESIZE_LAST_COLUMN : AUTO_RESIZE_OFF);
    super.doLayout();
  }

  @Override
  public String getToolTipText(java.awt.event.MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    int column = columnAtPoint(event.getPoint());
    return row < 0 || column < 0 ? null : String.valueOf(getValueAt(row, column));
  }

  private static final class Model extends AbstractTableModel {

    private static final long serialVersionUID = 1L;

    private final transient Rows rows;

    Model(Rows rows) {
      this.rows = rows;
    }

    @Override
    public int getRowCount() {
      return rows.rows().size();
    }

    @Override
    public int getColumnCount() {
      return rows.header().size();
    }

    @Override
    public String getColumnName(int column) {
      return rows.header().get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
      List<String> cells = rows.rows().get(row);
      return cells.get(column);
    }
  }
}
