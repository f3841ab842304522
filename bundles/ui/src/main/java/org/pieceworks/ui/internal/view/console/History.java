package org.pieceworks.ui.internal.view.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was entered before, to be walked through. */
final class History {

  private static final int MOST = 200;

  private final List<String> lines = new ArrayList<>();
  private int at;
  private String begun = "";

  /** Takes up what was kept. */
  History(String kept) {
    Arrays.stream(kept.split("\n")).filter(line -> !line.isBlank()).forEach(this::add);
  }

  /** Adds a line; the same line twice in a row is one. */
  void add(String line) {
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line)) {
      lines.add(line);
    }
    if (lines.size() > MOST) {
      lines.remove(0);
    }
    at = lines.size();
    begun = "";
  }

  /**
   * The line before.
   *
   * @param shown kept while walking, if it is a line that was begun and not entered
   */
  String back(String shown) {
    if (at == lines.size()) {
      begun = shown;
    }
    if (at == 0) {
      return shown;
    }
    return lines.get(--at);
  }

  /** The line after; in the end the one that was begun. */
  String forth(String shown) {
    if (at >= lines.size()) {
      return shown;
    }
    at++;
    return at == lines.size() ? begun : lines.get(at);
  }

  /** All lines, to be kept. */
  String kept() {
    return String.join("\n", lines);
  }
}
