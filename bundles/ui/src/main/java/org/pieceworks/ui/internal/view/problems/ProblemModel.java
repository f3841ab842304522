package org.pieceworks.ui.internal.view.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;
import org.pieceworks.ui.event.ProblemsFound;
import org.pieceworks.ui.event.ProblemsFound.Problem;

/** The problems of all files, as a table. */
final class ProblemModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS = List.of("file", "line", "message");

  private final transient Map<Path, List<Problem>> files = new TreeMap<>();
  private transient List<Row> rows = List.of();

  ProblemModel(Texts texts) {
    super(texts, COLUMNS);
  }

  /** A problem and its file. */
  record Row(Path file, Problem problem) {

    /** The message without its place, which has columns of its own. */
    String message() {
      String line = problem.line() > 0 ? ":" + problem.line() : "";
      String place = file.getFileName() + line + ": ";
      String message = problem.message();
      return message.startsWith(place) ? message.substring(place.length()) : message;
    }
  }

  /** Takes what was found in place of what was found in that file before. */
  void show(ProblemsFound found) {
    if (found.problems().equals(files.getOrDefault(found.file(), List.of()))) {
      return;
    }
    files.put(found.file(), found.problems());
    List<Row> now = new ArrayList<>();
    files.forEach((file, problems) -> problems.forEach(one -> now.add(new Row(file, one))));
    rows = now;
    fireTableDataChanged();
  }

  Row row(int index) {
    return rows.get(index);
  }

  /** The place of a row that was there before, or of what is now wrong with its file; else 0. */
  int like(Row before) {
    if (before == null) {
      return 0;
    }
    List<Path> places = rows.stream().map(Row::file).toList();
    int same = rows.indexOf(before);
    return Math.max(0, same < 0 ? places.indexOf(before.file()) : same);
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public Object getValueAt(int row, int column) {
    Row shown = rows.get(row);
    return switch (column) {
      case 0 -> shown.file().getFileName().toString();
      case 1 -> shown.problem().line() > 0 ? String.valueOf(shown.problem().line()) : "";
      default -> shown.message();
    };
  }
}
