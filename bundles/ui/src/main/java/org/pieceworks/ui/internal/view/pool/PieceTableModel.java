package org.pieceworks.ui.internal.view.pool;

import java.util.stream.Stream;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;

/** Some pieces of a pool in some order; rows are looked up when they are drawn. */
final class PieceTableModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final PieceColumn[] COLUMNS = PieceColumn.values();

  private final transient Texts texts;
  private transient PieceColumns pieces;
  private int[] rows = {};

  PieceTableModel(Texts texts) {
    super(texts, Stream.of(COLUMNS).map(PieceColumn::key).toList());
    this.texts = texts;
  }

  /** Shows the pieces of these numbers. */
  void show(PieceColumns columns, int[] numbers) {
    pieces = columns;
    rows = numbers;
    fireTableDataChanged();
  }

  /** The number of the piece in a row. */
  int piece(int row) {
    return rows[row];
  }

  /** The numbers of the pieces in some rows. */
  int[] pieces(int from, int to) {
    return java.util.Arrays.copyOfRange(rows, Math.max(0, from), Math.min(rows.length, to));
  }

  @Override
  public int getRowCount() {
    return rows.length;
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return COLUMNS[column].type();
  }

  @Override
  public Object getValueAt(int row, int column) {
    return COLUMNS[column] == PieceColumn.SHARER && pieces.revoked(rows[row])
        ? texts.get("revoked")
        : COLUMNS[column].value(pieces, rows[row]);
  }
}
