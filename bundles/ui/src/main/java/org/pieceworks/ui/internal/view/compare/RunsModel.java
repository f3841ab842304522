package org.pieceworks.ui.internal.view.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;
import org.pieceworks.ui.internal.component.RunWords;

/** The stored runs with a tick each; the order of ticking gives the letters. */
final class RunsModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of("chosen", "letter", "name", "when", "state", "id");

  /** More would have no room beside each other. */
  static final int MOST = 6;

  private final transient Runnable changed;
  private final Set<String> chosen = new LinkedHashSet<>();
  private transient List<RunSummary> runs = List.of();

  RunsModel(Texts texts, Runnable changed) {
    super(texts, COLUMNS);
    this.changed = changed;
  }

  /** Shows the runs that there are now; those that are gone are no longer chosen. */
  void show(List<RunSummary> now) {
    if (now.equals(runs)) {
      return;
    }
    runs = List.copyOf(now);
    boolean less = chosen.retainAll(runs.stream().map(RunSummary::id).toList());
    fireTableDataChanged();
    if (less) {
      changed.run();
    }
  }

  /** The ids of the chosen runs, in the order of their letters. */
  List<String> chosen() {
    return List.copyOf(chosen);
  }

  /** Chooses a run or does not; false where that would be too many. */
  boolean choose(String run, boolean wanted) {
    if (wanted && chosen.size() == MOST && !chosen.contains(run)) {
      return false;
    }
    boolean other = wanted ? chosen.add(run) : chosen.remove(run);
    if (other) {
      fireTableRowsUpdated(0, Math.max(0, runs.size() - 1));
      changed.run();
    }
    return true;
  }

  /** Chooses none. */
  void clear() {
    if (!chosen.isEmpty()) {
      chosen.clear();
      fireTableRowsUpdated(0, Math.max(0, runs.size() - 1));
      changed.run();
    }
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  @Override
  public int getRowCount() {
    return runs.size();
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return column == 0 ? Boolean.class : String.class;
  }

  @Override
  public boolean isCellEditable(int row, int column) {
    return column == 0;
  }

  @Override
  public Object getValueAt(int row, int column) {
    RunSummary run = runs.get(row);
    int at = new ArrayList<>(chosen).indexOf(run.id());
    return switch (COLUMNS.get(column)) {
      case "chosen" -> at >= 0;
      case "letter" -> at < 0 ? "" : CompareWords.letter(at);
      case "name" -> run.name();
      case "when" -> RunWords.when(run);
      case "state" -> RunWords.state(run);
      default -> run.id();
    };
  }

  @Override
  public void setValueAt(Object value, int row, int column) {
    choose(runs.get(row).id(), Boolean.TRUE.equals(value));
  }
}
