package org.pieceworks.ui.internal.component;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as text.
 *
 * @param rows each as long as the header
 */
public record Rows(List<String> header, List<List<String>> rows) {

  /** Copies the lists. */
  public Rows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Comma-separated, with quotes where a comma, a quote or a line break asks for them. */
  public String csv() {
    return lines(",", Rows::quoted);
  }

  /** Separated by tabs, as spreadsheets and chats take it. */
  public String tabbed() {
    return lines("\t", cell -> cell.replaceAll("[\t\n]", " "));
  }

  private String lines(String separator, java.util.function.UnaryOperator<String> cell) {
    StringBuilder text = new StringBuilder(line(header, separator, cell));
    rows.forEach(row -> text.append(line(row, separator, cell)));
    return text.toString();
  }

  private static String line(
      List<String> cells, String separator, java.util.function.UnaryOperator<String> cell) {
    return cells.stream().map(cell).collect(Collectors.joining(separator, "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
