package org.pieceworks.ui.internal.view.problems;

import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;

/** A table of problems that leads to where they are, and the whole message of the selected one. */
final class ProblemsPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final ProblemModel model;
  private final ProblemTable table;
  private final ProblemDetails details;
  private final JPanel both = new JPanel(new BorderLayout());
  private final EmptyState empty;

  ProblemsPanel(Desk desk, ProblemModel model, Texts texts) {
    super(new BorderLayout());
    this.desk = desk;
    this.model = model;
    table = new ProblemTable(model, texts);
    details = new ProblemDetails(texts.get("details"));
    empty = new EmptyState(texts.get("empty"), texts.get("empty.help"));
    both.add(new JScrollPane(table), BorderLayout.CENTER);
    both.add(details, BorderLayout.SOUTH);
    both.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            both.revalidate(); // other widths, other lines
          }
        });
    Keys.taking(table, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::take);
    table.getSelectionModel().addListSelectionListener(event -> showSelected());
    model.addTableModelListener(event -> renew());
    showSelected();
    renew();
  }

  private void renew() {
    EmptyState.show(this, model.getRowCount() == 0 ? empty : both);
  }

  private void showSelected() {
    if (table.getSelectedRow() < model.getRowCount()) {
      table.selected().ifPresent(row -> details.show(row.message()));
    }
  }

  private void take() {
    table
        .selected()
        .ifPresent(
            chosen -> {
              desk.tell(new FileSelected(chosen.file()));
              desk.show("editor");
              desk.tell(new LineSelected(chosen.file(), Math.max(1, chosen.problem().line())));
            });
  }
}
