package org.pieceworks.ui.internal.view.editor.check;

import java.util.List;
import java.util.Optional;
import org.pieceworks.ui.event.ProblemsFound.Problem;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/**
 * What came of looking at a text.
 *
 * @param yaml empty where it is not valid YAML
 * @param points how many its sweep has; 0 where there is a problem
 * @param time that it may take; empty where nobody knows
 */
public record Checked(
    String text,
    Optional<YamlText> yaml,
    List<Problem> problems,
    int points,
    int seeds,
    Optional<TimeEstimate> time) {

  /** Copies the problems. */
  public Checked {
    problems = List.copyOf(problems);
  }

  /** How many trials there are. */
  public int trials() {
    return points * seeds;
  }
}
