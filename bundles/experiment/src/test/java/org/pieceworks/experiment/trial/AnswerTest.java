package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;

class AnswerTest {

  private static final Task RATING =
      new Task("stars", TaskKind.RATING, List.of("1", "2", "3"), "{input}");
  private static final Task COLOUR =
      new Task("colour", TaskKind.CLASSIFICATION, List.of("red", "blue"), "{input}");

  @Test
  void theLabelOfTheHighestScoreIsTheAnswer() {
    assertEquals("blue", Answer.of(new double[] {-3, -1}, COLOUR).text());
    assertTrue(Answer.of(new double[] {-3, -1}, COLOUR).expected().isEmpty());
  }

  @Test
  void aRatingHasItsExpectedValueBesideIt() {
    double[] scores = {Math.log(0.5), Math.log(0.1), Math.log(0.4)};
    Answer answer = Answer.of(scores, RATING);
    assertEquals("1", answer.text());
    assertEquals(0.5 + 0.2 + 1.2, answer.expected().orElseThrow(), 1e-12);
  }

  @Test
  void aConstantOnAllScoresChangesNothing() {
    Answer low = Answer.of(new double[] {-1001, -1000, -1003}, RATING);
    Answer high = Answer.of(new double[] {0, 1, -2}, RATING);
    assertEquals(high.text(), low.text());
    assertEquals(high.expected().orElseThrow(), low.expected().orElseThrow(), 1e-9);
  }
}
