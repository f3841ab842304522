package org.pieceworks.ui.internal.view.problems;

import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;
import org.pieceworks.ui.internal.trial.Html;

/** A table of problems that leads to where they are, and the whole message of the selected one. */
final class ProblemsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int FILE = 170;
  private static final int LINE = 50;
  private static final int MESSAGE = 700;
  private static final int TIP = 400;

  private final transient Desk desk;
  private final ProblemModel model;
  private final JTable table;
  private final ProblemDetails details;
  private final JPanel both = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private transient ProblemModel.Row looked;

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
            return row < 0 ? null : tip(ProblemsPanel.this.model.row(row));
          }
        };
    details = new ProblemDetails(texts.get("details"));
    both.add(new JScrollPane(table), BorderLayout.CENTER);
    both.add(details, BorderLayout.SOUTH);
    both.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            both.revalidate(); // other widths, other lines
          }
        });
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
    table.getSelectionModel().addListSelectionListener(event -> showSelected());
    // Behind the table, which forgets its selection when it hears of other rows.
    model.addTableModelListener(event -> SwingUtilities.invokeLater(this::renew));
    renew();
  }

  /** The message in lines that fit on a screen. */
  private static String tip(ProblemModel.Row row) {
    return "<html><div style='width:" + TIP + "px'>" + Html.plain(row.message()) + "</div>";
  }

  private void renew() {
    if (model.getRowCount() > 0 && table.getSelectedRow() < 0) {
      int row = model.like(looked);
      table.setRowSelectionInterval(row, row);
    }
    EmptyState.show(this, model.getRowCount() == 0 ? empty : both);
  }

  private void showSelected() {
    int row = table.getSelectedRow();
    if (row >= 0) {
      looked = model.row(row);
      details.show(looked.message());
    }
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
