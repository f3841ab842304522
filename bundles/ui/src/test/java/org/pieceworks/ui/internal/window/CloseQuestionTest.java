package org.pieceworks.ui.internal.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.Question;
import org.pieceworks.ui.internal.window.CloseQuestion.Answer;

class CloseQuestionTest {

  private final Texts texts = Texts.of(CloseQuestion.class);

  @Test
  void nobodyIsAskedWhereNothingIsLostOrUnderWay() {
    assertTrue(new CloseQuestion(List.of(), 0).needless());
  }

  @Test
  void filesThatAreNotSavedAreNamedAndSavingIsProposed() {
    CloseQuestion asked = new CloseQuestion(List.of("a.yaml", "b.yaml"), 0);
    Question words = asked.words(texts);
    assertEquals("Not saved yet:\n    \u2022 a.yaml\n    \u2022 b.yaml", words.text());
    assertEquals(List.of("Save all and close", "Close without saving", "Cancel"), words.answers());
    assertEquals(0, words.proposed());
    assertEquals(Answer.SAVE, asked.answer(0, texts));
    assertEquals(Answer.CLOSE, asked.answer(1, texts));
    assertEquals(Answer.STAY, asked.answer(2, texts));
    assertEquals(Answer.STAY, asked.answer(-1, texts));
  }

  @Test
  void runsUnderWayAreStoppedOnlyIfTheirUserSaysSo() {
    CloseQuestion asked = new CloseQuestion(List.of(), 1);
    Question words = asked.words(texts);
    assertEquals(
        "One experiment is under way. Closing stops it cleanly:\n"
            + "what is done is kept, and can be resumed.",
        words.text());
    assertEquals(List.of("Stop and close", "Cancel"), words.answers());
    assertEquals(1, words.proposed());
    assertEquals(Answer.CLOSE, asked.answer(0, texts));
    assertEquals(Answer.STAY, asked.answer(1, texts));
  }

  @Test
  void bothAreOneQuestion() {
    Question words = new CloseQuestion(List.of("a.yaml"), 2).words(texts);
    assertEquals(
        "Not saved yet:\n    \u2022 a.yaml\n \n"
            + "2 experiments are under way. Closing stops them cleanly:\n"
            + "what is done is kept, and can be resumed.",
        words.text());
    assertEquals(
        List.of("Save all, stop and close", "Stop and close without saving", "Cancel"),
        words.answers());
  }

  @Test
  void manyNamesAreNotAllListed() {
    List<String> names = IntStream.range(0, 12).mapToObj(i -> i + ".yaml").toList();
    String text = new CloseQuestion(names, 0).words(texts).text();
    assertEquals(11, text.lines().count());
    assertTrue(text.endsWith("8.yaml\n    and 3 more"), text);
  }
}
