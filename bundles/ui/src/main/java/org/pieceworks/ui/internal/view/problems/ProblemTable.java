package org.pieceworks.ui.internal.view.problems;

import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.TableModelEvent;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.trial.Html;

/** Problems, a row each; what is selected stays so while its file changes. */
final class ProblemTable extends JTable {

  private static final long serialVersionUID = 1L;
  private static final int FILE = 170;
  private static final int LINE = Pixels.scaled(50);
  private static final int MESSAGE = 700;
  private static final int TIP = 400;

  private final transient ProblemModel problems;
  private transient ProblemModel.Row looked;

  ProblemTable(ProblemModel problems, Texts texts) {
    super(problems);
    this.problems = problems;
    setName("problems-table");
    getAccessibleContext().setAccessibleName(texts.get("table"));
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setFillsViewportHeight(true);
    setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
    int[] widths = {FILE, LINE, MESSAGE};
    for (int i = 0; i < widths.length; i++) {
      getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
    }
    getColumnModel().getColumn(1).setMaxWidth(2 * LINE);
    reselect();
  }

  /** The selected row. */
  Optional<ProblemModel.Row> selected() {
    return Optional.of(getSelectedRow()).filter(row -> row >= 0).map(problems::row);
  }

  /** Tables forget their selection when all rows may be others. */
  @Override
  public void tableChanged(TableModelEvent event) {
    super.tableChanged(event);
    if (problems != null) {
      reselect();
    }
  }

  private void reselect() {
    if (getRowCount() > 0 && getSelectedRow() < 0) {
      int row = problems.like(looked);
      setRowSelectionInterval(row, row);
    }
  }

  @Override
  public void valueChanged(ListSelectionEvent event) {
    super.valueChanged(event);
    if (problems != null && getSelectedRow() < problems.getRowCount()) {
      selected().ifPresent(row -> looked = row);
    }
  }

  /** The message in lines that fit on a screen. */
  @Override
  public String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    return row < 0
        ? null
        : "<html><div style='width:" + TIP + "px'>" + Html.plain(problems.row(row).message());
  }
}
