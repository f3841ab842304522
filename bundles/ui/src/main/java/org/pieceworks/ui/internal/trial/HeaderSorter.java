package org.pieceworks.ui.internal.trial;

import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.table.TableModel;

/** Hands what a table's header asks for to whoever orders the model's own rows. */
public final class HeaderSorter extends RowSorter<TableModel> {

  private final TableModel model;
  private final BiConsumer<Integer, Boolean> wanted;
  private List<SortKey> keys = List.of(new SortKey(0, SortOrder.ASCENDING));

  /**
   * Sorts by the first column, upwards.
   *
   * @param wanted told of the column and whether upwards
   */
  public HeaderSorter(TableModel model, BiConsumer<Integer, Boolean> wanted) {
    this.model = model;
    this.wanted = wanted;
  }

  @Override
  public TableModel getModel() {
    return model;
  }

  @Override
  public void toggleSortOrder(int column) {
    SortKey now = keys.get(0);
    boolean up = now.getColumn() != column || now.getSortOrder() != SortOrder.ASCENDING;
    keys = List.of(new SortKey(column, up ? SortOrder.ASCENDING : SortOrder.DESCENDING));
    fireSortOrderChanged();
    wanted.accept(column, up);
  }

  @Override
  public int convertRowIndexToModel(int index) {
    return index;
  }

  @Override
  public int convertRowIndexToView(int index) {
    return index;
  }

  @Override
  public void setSortKeys(List<? extends SortKey> wantedKeys) {
    // Only the header says how rows are sorted.
  }

  @Override
  public List<? extends SortKey> getSortKeys() {
    return keys;
  }

  @Override
  public int getViewRowCount() {
    return model.getRowCount();
  }

  @Override
  public int getModelRowCount() {
    return model.getRowCount();
  }

  @Override
  public void modelStructureChanged() {
    // The columns stay.
  }

  @Override
  public void allRowsChanged() {
    // Rows are in the model's order.
  }

  @Override
  public void rowsInserted(int first, int last) {
    // Rows are in the model's order.
  }

  @Override
  public void rowsDeleted(int first, int last) {
    // Rows are in the model's order.
  }

  @Override
  public void rowsUpdated(int first, int last) {
    // Rows are in the model's order.
  }

  @Override
  public void rowsUpdated(int first, int last, int column) {
    // Rows are in the model's order.
  }
}
