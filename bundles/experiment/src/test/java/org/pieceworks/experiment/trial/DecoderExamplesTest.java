package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.DecoderConfig;

class DecoderExamplesTest {

  private static final int BEGIN = 1;
  private static final int END = 2;

  private final Words words = new Words();

  private DecoderExamples encoder(String prompt, int positions) {
    Task task = new Task("t", TaskKind.GENERATION, List.of("red", "blue"), prompt);
    DecoderConfig config =
        new DecoderConfig(8, 1, 1, 1, 8, 8, 999, 1e-5, 1e4, positions, false, BEGIN, END);
    return new DecoderExamples(task, words, config);
  }

  private static User user(String input, String output) {
    return new User("ann", List.of(new Item("1", input, output)), List.of());
  }

  private AnswerExample one(DecoderExamples encoder, String input, String output) {
    return (AnswerExample) encoder.history(user(input, output)).get(0);
  }

  private String labelled(AnswerExample example) {
    int[] tokens =
        IntStream.range(0, example.tokens().length)
            .filter(t -> example.labelled()[t])
            .map(t -> example.tokens()[t])
            .toArray();
    return words.decode(tokens);
  }

  @Test
  void beginTokenPromptAnswerEndToken() {
    AnswerExample example =
        one(encoder("pick {labels} for {input}", 99), "a  small\ntown", "red wine");
    assertEquals(
        "pick red, blue for a small town answer: red wine", words.decode(example.tokens()));
    assertEquals(BEGIN, example.tokens()[0]);
    assertEquals(END, example.tokens()[example.tokens().length - 1]);
  }

  @Test
  void theAnswerAndTheEndTokenAloneAreLabelled() {
    AnswerExample example = one(encoder("for {input}", 99), "a small town", "red wine");
    assertEquals("red wine", labelled(example));
    assertEquals(3, example.labels());
    assertTrue(example.labelled()[example.tokens().length - 1]);
  }

  @Test
  void aTaskWithACueOfItsOwnGetsNoOther() {
    AnswerExample example = one(encoder("text: {input} colour:", 99), "a town", "red");
    assertEquals("text: a town colour: red", words.decode(example.tokens()));
  }

  @Test
  void aLongPromptLosesTheEndOfItsInputNeverItsAnswerNorItsCue() {
    AnswerExample example =
        one(encoder("text: {input} colour:", 8), "one two three four five", "red");
    assertEquals("text: one two three colour: red", words.decode(example.tokens()));
    assertEquals(8, example.tokens().length);
    assertEquals("red", labelled(example));
  }

  @Test
  void anInstructionThatIsTooLongKeepsItsEnd() {
    AnswerExample example = one(encoder("now say a b c {input} colour:", 6), "one", "red");
    assertEquals("b c colour: red", words.decode(example.tokens()));
    assertEquals(BEGIN, example.tokens()[0]);
    assertEquals(6, example.tokens().length);
  }

  @Test
  void anAnswerThatDoesNotFitIsBadInputThatNamesTheItem() {
    DecoderExamples encoder = encoder("{input}", 4);
    User user = user("one", "a b c d e");
    BadInputException error = assertThrows(BadInputException.class, () -> encoder.history(user));
    assertTrue(error.getMessage().contains("user ann, item 1"), error.getMessage());
  }

  @Test
  void aQueryLeavesRoomForItsAnswer() {
    int[] prompt = encoder("{input} colour:", 10).query(new Item("q", "a b c d e f g h", ""), 5);
    assertEquals("a b c colour:", words.decode(prompt));
    assertEquals(5, prompt.length);
  }

  @Test
  void aQueryIsEncodedAsAHistoryItemIs() {
    DecoderExamples encoder = encoder("for {input}", 99);
    int[] prompt = encoder.query(new Item("q", "a small town", "red"), 5);
    AnswerExample example = one(encoder, "a small town", "red");
    assertArrayEquals(prompt, Arrays.copyOf(example.tokens(), prompt.length));
  }

  @Test
  void historyInputsAreCutToTheWordsThatTheReferenceAllows() {
    String input = IntStream.range(0, 500).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    AnswerExample example = one(encoder("{input} colour:", 9999), input, "red");
    assertEquals(1 + 368 + 1 + 2, example.tokens().length);
  }
}
