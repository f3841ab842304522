package org.pieceworks.ui.event;

import java.nio.file.Path;
import java.util.List;

/**
 * What is wrong with a file at present; an empty list takes back what was said before.
 *
 * @param file that is looked at
 */
public record ProblemsFound(Path file, List<Problem> problems) {

  /** Copies the problems. */
  public ProblemsFound {
    problems = List.copyOf(problems);
  }

  /**
   * One thing that is wrong.
   *
   * @param line from 1; 0 where it has none
   * @param message as the command line says it
   */
  public record Problem(int line, String message) {}
}
