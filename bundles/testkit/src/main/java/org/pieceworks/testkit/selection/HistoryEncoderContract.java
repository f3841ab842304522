package org.pieceworks.testkit.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.testkit.SmallModels;

/** What holds for every encoder of histories, with a model of either architecture. */
public abstract class HistoryEncoderContract<O extends Record> {

  private static final Task TASK =
      new Task("tags", TaskKind.CLASSIFICATION, List.of("a", "b"), "Give a tag. {input} tag:");
  private static final float TOLERANCE = 1e-5f;

  private static final User CATS = user("cats", "the cat sat", "a cat on a mat", "cats sleep");
  private static final User DOGS = user("dogs", "the dog ran", "a dog that barks at 3 cats");
  private static final User EMPTY = user("empty");
  private static final List<User> USERS = List.of(CATS, EMPTY, DOGS);
  private static final List<User> BASE =
      List.of(
          user("one", "the dog and the cat", "sleep on the mat"),
          user("two", "it ran", "a cat barks"));

  private NDManager manager;

  /** The encoder. */
  protected abstract HistoryEncoder<O> encoder();

  /** Options under which it reads everything. */
  protected abstract O options();

  /** The models that it is tried with; one that brings a model along gives that alone. */
  protected List<BaseModel> models(NDManager manager) {
    return SmallModels.all(manager);
  }

  @BeforeEach
  void open() {
    manager = SmallModels.manager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private float[][] encode(BaseModel model, List<User> users) {
    return encode(model, users, encoder().readsBase() ? BASE : List.of());
  }

  private float[][] encode(BaseModel model, List<User> users, List<User> base) {
    return encoder()
        .encode(new EncodingContext(users, base, TASK, model, Progress.SILENT), options());
  }

  @Test
  void itsOptionsAreOfItsType() {
    assertEquals(encoder().optionsType(), options().getClass());
    assertTrue(encoder().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), encoder().name());
    assertFalse(encoder().summary().isBlank());
  }

  @Test
  void everyUserHasAFiniteVectorOfTheSameWidth() {
    for (BaseModel model : models(manager)) {
      float[][] vectors = encode(model, USERS);
      assertEquals(USERS.size(), vectors.length);
      for (float[] vector : vectors) {
        assertEquals(vectors[0].length, vector.length);
        assertFinite(vector);
      }
    }
  }

  @Test
  void theSameHistoriesGiveTheSameNumbers() {
    for (BaseModel model : models(manager)) {
      assertRows(encode(model, USERS), encode(model, USERS), 0);
    }
  }

  @Test
  void aVectorDoesNotDependOnWhoElseIsEncoded() {
    for (BaseModel model : models(manager)) {
      float[][] together = encode(model, USERS);
      for (int u = 0; u < USERS.size(); u++) {
        float[][] alone = encode(model, List.of(USERS.get(u)));
        assertArrayEquals(alone[0], together[u], TOLERANCE, USERS.get(u).id());
      }
      List<User> turned = new ArrayList<>(USERS);
      Collections.reverse(turned);
      float[][] backwards = encode(model, turned);
      Collections.reverse(Arrays.asList(backwards));
      assertRows(together, backwards, TOLERANCE);
    }
  }

  @Test
  void otherHistoriesHaveOtherVectors() {
    for (BaseModel model : models(manager)) {
      float[][] vectors = encode(model, List.of(CATS, DOGS));
      double apart = 0;
      for (int d = 0; d < vectors[0].length; d++) {
        apart = Math.max(apart, Math.abs(vectors[0][d] - vectors[1][d]));
      }
      assertTrue(apart > 1e-3, "largest difference " + apart);
    }
  }

  /** Answers to queries are what is to be predicted. */
  @Test
  void neitherNamesNorQueriesAreRead() {
    List<Item> queries = List.of(new Item("q", "a dog", "b"));
    List<User> others =
        USERS.stream().map(user -> new User("not-" + user.id(), user.history(), queries)).toList();
    for (BaseModel model : models(manager)) {
      assertRows(encode(model, USERS), encode(model, others), 0);
    }
  }

  @Test
  void nobodyOfThemNeedsAHistory() {
    for (BaseModel model : models(manager)) {
      float[] vector = encode(model, List.of(EMPTY))[0];
      assertEquals(encode(model, List.of(CATS))[0].length, vector.length);
      assertFinite(vector);
    }
  }

  @Test
  void longHistoriesAndLongItemsAreRead() {
    User many = user("many", Collections.nCopies(300, "a cat").toArray(String[]::new));
    User wordy = user("wordy", "the dog ran after a cat ".repeat(400));
    for (BaseModel model : models(manager)) {
      float[][] vectors = encode(model, List.of(many, CATS, wordy));
      for (float[] vector : vectors) {
        assertFinite(vector);
      }
      assertArrayEquals(encode(model, List.of(CATS))[0], vectors[1], TOLERANCE);
    }
  }

  @Test
  void onlyWhoSaysSoReadsTheBaseUsers() {
    for (BaseModel model : models(manager)) {
      float[][] vectors = encode(model, USERS, BASE);
      float[][] others = encode(model, USERS, List.of(BASE.get(1)));
      assertEquals(encoder().readsBase(), !Arrays.deepEquals(vectors, others));
    }
  }

  @Test
  void itStopsWhenItShould() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(long done, long total, String unit) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    for (BaseModel model : models(manager)) {
      EncodingContext context = new EncodingContext(USERS, BASE, TASK, model, stopped);
      assertThrows(CancelledException.class, () -> encoder().encode(context, options()));
    }
  }

  private static void assertFinite(float[] vector) {
    assertTrue(vector.length > 0);
    for (float value : vector) {
      assertTrue(Float.isFinite(value), Arrays.toString(vector));
    }
  }

  private static void assertRows(float[][] expected, float[][] actual, float tolerance) {
    assertEquals(expected.length, actual.length);
    for (int row = 0; row < expected.length; row++) {
      assertArrayEquals(expected[row], actual[row], tolerance);
    }
  }

  private static User user(String id, String... inputs) {
    List<Item> items = new ArrayList<>();
    for (String input : inputs) {
      items.add(new Item(id + items.size(), input, "a"));
    }
    return new User(id, items, List.of());
  }
}
