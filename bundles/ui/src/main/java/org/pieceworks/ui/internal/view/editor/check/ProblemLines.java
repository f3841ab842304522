package org.pieceworks.ui.internal.view.editor.check;

import java.nio.file.Path;
import org.pieceworks.ui.event.ProblemsFound.Problem;

/** Finds the line that a message is about. */
public final class ProblemLines {

  private ProblemLines() {}

  /**
   * A message with its line.
   *
   * @param message as the command line says it: {@code quickstart.yaml:12: gating: found …}
   */
  public static Problem of(Path file, String message) {
    String name = file.getFileName() + ":";
    if (!message.startsWith(name)) {
      return new Problem(0, message);
    }
    int end = message.indexOf(':', name.length());
    String line = end < 0 ? "" : message.substring(name.length(), end);
    return new Problem(line.matches("[1-9]\\d{0,8}") ? Integer.parseInt(line) : 0, message);
  }
}
