package org.pieceworks.ui.internal.view.run;

import java.util.List;
import javax.swing.JTable;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.run.QueuedRun;

/** The queue as a table. */
final class QueueModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS = List.of("number", "name", "state", "trials", "now");
  private static final int[] WIDTHS = {36, 160, 90, 90, 360};

  private final transient Texts texts;
  private transient List<QueuedRun> runs = List.of();

  QueueModel(Texts texts) {
    super(texts, COLUMNS);
    this.texts = texts;
  }

  static void layOut(JTable table) {
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
    table.getColumnModel().getColumn(0).setMaxWidth(Pixels.scaled(2 * WIDTHS[0]));
  }

  void show(List<QueuedRun> now) {
    boolean same = now.size() == runs.size();
    runs = now;
    if (same && !now.isEmpty()) {
      fireTableRowsUpdated(0, now.size() - 1); // keeps the selection
    } else {
      fireTableDataChanged();
    }
  }

  QueuedRun run(int row) {
    return runs.get(row);
  }

  /** Where a run stands, -1 if it does not. */
  int row(int number) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int getRowCount() {
    return runs.size();
  }

  @Override
  public Object getValueAt(int row, int column) {
    QueuedRun run = runs.get(row);
    return switch (COLUMNS.get(column)) {
      case "number" -> run.number();
      case "name" -> run.name();
      case "state" -> texts.get("state." + run.state());
      case "trials" -> run.total() == 0 ? "" : texts.get("trials", run.done(), run.total());
      default -> now(run);
    };
  }

  private String now(QueuedRun run) {
    if (!run.error().isEmpty()) {
      return run.error();
    }
    if (run.state().ended() || run.trials().isEmpty()) {
      return "";
    }
    QueuedRun.Trial trial = run.trials().get(run.trials().size() - 1);
    String stage =
        trial.stages().isEmpty() ? "" : trial.stages().get(trial.stages().size() - 1).name();
    return trial.label() + (stage.isEmpty() ? "" : ": " + stage);
  }
}
