package org.pieceworks.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;
import org.pieceworks.api.selection.EncodingContext;

class TfIdfEncoderTest {

  private static final Task TASK =
      new Task("tags", TaskKind.CLASSIFICATION, List.of("a", "b"), "{input} tag:");

  /** Words in order: a (in both, 3), cat (in both, 2), sat (in one, 1). */
  private static final List<User> BASE = List.of(user("one", "Cat, sat!"), user("two", "", "cat"));

  private static float[] encode(List<User> base, int words, int items, User user) {
    EncodingContext context = new EncodingContext(List.of(user), base, TASK, null, Progress.SILENT);
    return new TfIdfEncoder().encode(context, new TfIdfOptions(words, items))[0];
  }

  @Test
  void wordsWeighByTheLogarithmOfTheirCountAndTheirRarity() {
    double a = 1 + Math.log(2);
    double cat = 1 + Math.log(3);
    double sat = 1 + Math.log(3.0 / 2);
    double length = Math.sqrt(a * a + cat * cat + sat * sat);
    assertArrayEquals(
        new float[] {(float) (a / length), (float) (cat / length), (float) (sat / length)},
        encode(BASE, 100, 0, user("u", "cat cat SAT", "the CAT")),
        1e-6f);
  }

  @Test
  void onlyTheMostFrequentWordsCount() {
    assertEquals(2, encode(BASE, 2, 0, user("u", "sat")).length);
    assertArrayEquals(new float[] {1}, encode(BASE, 1, 0, user("u", "cat sat")));
  }

  @Test
  void readsOnlyTheMostRecentItemsWhenAsked() {
    assertArrayEquals(
        encode(BASE, 9, 0, user("u", "cat")), encode(BASE, 9, 1, user("u", "sat", "sat", "cat")));
  }

  @Test
  void aUserWithoutKnownWordsHasAZeroVector() {
    assertArrayEquals(new float[3], encode(BASE, 9, 0, user("u")));
  }

  @Test
  void withoutBaseUsersThereIsNothingToFit() {
    BadInputException error =
        assertThrows(BadInputException.class, () -> encode(List.of(), 9, 0, user("u", "cat")));
    assertTrue(error.getMessage().contains("split.base"), error.getMessage());
  }

  private static User user(String id, String... inputs) {
    List<Item> items = new ArrayList<>();
    for (String input : inputs) {
      items.add(new Item(id + items.size(), input, "a"));
    }
    return new User(id, items, List.of());
  }
}
