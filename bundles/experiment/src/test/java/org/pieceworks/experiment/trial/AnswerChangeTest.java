package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerChangeTest {

  @Test
  void countsAnswersThatDifferAndTargetsWithoutAny() {
    Map<String, Double> figures =
        new AnswerChange(
                List.of(answers("a", "b"), answers("a", "b")),
                List.of(answers("a", "b"), answers("a", "c")))
            .figures();
    assertEquals(0.25, figures.get(AnswerChange.CHANGED));
    assertEquals(0.5, figures.get(AnswerChange.UNCHANGED_TARGETS));
  }

  private static List<Answer> answers(String... texts) {
    return List.of(texts).stream().map(Answer::of).toList();
  }
}
