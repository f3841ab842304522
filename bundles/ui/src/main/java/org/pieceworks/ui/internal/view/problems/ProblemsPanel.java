package org.pieceworks.ui.internal.view.problems;

import java.awt.BorderLayout;
import java.awt.event.MouseEvent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;

/** A table of problems that leads to where they are. */
final class ProblemsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int FILE = 170;
  private static final int LINE = 50;
  private static final int MESSAGE = 700;

  private final transient Desk desk;
  private final ProblemModel model;
  private final JTable table;
  private final JScrollPane scrolled;
  private final EmptyState empty;

  ProblemsPanel(Desk desk, ProblemModel model, Texts texts) {
    super(new BorderLayout());
    this.desk = desk;
    this.model = model;
    table =
        new JTable(model) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getToolTipText(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            return row < 0 ? null : ProblemsPanel.this.model.row(row).problem().message();
          }
        };
    scrolled = new JScrollPane(table);
    empty = new EmptyState(texts.get("empty"), texts.get("empty.help"));
    table.setName("problems-table");
    table.getAccessibleContext().setAccessibleName(texts.get("table"));
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setFillsViewportHeight(true);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
    int[] widths = {FILE, LINE, MESSAGE};
    for (int i = 0; i < widths.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
    }
    table.getColumnModel().getColumn(1).setMaxWidth(2 * LINE);
    Keys.taking(table, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::take);
    model.addTableModelListener(event -> renew());
    renew();
  }

  private void renew() {
    EmptyState.show(this, model.getRowCount() == 0 ? empty : scrolled);
  }

  private void take() {
    int row = table.getSelectedRow();
    if (row >= 0) {
      ProblemModel.Row chosen = model.row(row);
      desk.tell(new FileSelected(chosen.file()));
      desk.show("editor");
      desk.tell(new LineSelected(chosen.file(), Math.max(1, chosen.problem().line())));
    }
  }
}
