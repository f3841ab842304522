package org.pieceworks.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;

class BaseModelEncoderTest {

  private static final Task TASK =
      new Task("tags", TaskKind.CLASSIFICATION, List.of("a", "b"), "{input} tag:");

  private final BaseModelEncoder encoder = new BaseModelEncoder(new TextPasses());
  private NDManager manager;
  private BaseModel model;

  @BeforeEach
  void createModel(@TempDir Path folder) {
    manager = new Djl().engine().newBaseManager();
    CheckpointModels models = new CheckpointModels(new Djl());
    Path tokenizer = folder.resolve("tokenizer.json");
    models.trainTokenizer(List.of("the cat sat on the mat tag: a b"), 300, tokenizer);
    DecoderConfig config =
        new DecoderConfig(16, 2, 2, 2, 8, 24, 300, 1e-5, 10_000, 32, false, 1, 2);
    model = models.create(config, tokenizer, 3, manager);
    model.tokenizer();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void usersTogetherGetTheVectorsThatTheyGetAlone() {
    List<User> users = List.of(user("u", "cat", "a long mat"), user("v", "the cat sat on the mat"));
    float[][] together = encode(users, 0);
    for (int u = 0; u < users.size(); u++) {
      assertArrayEquals(encode(List.of(users.get(u)), 0)[0], together[u], 1e-5f);
    }
  }

  @Test
  void readsOnlyTheMostRecentItemsWhenAsked() {
    float[] whole = encode(List.of(user("u", "mat")), 0)[0];
    assertArrayEquals(whole, encode(List.of(user("u", "cat", "sat", "mat")), 1)[0], 1e-5f);
  }

  @Test
  void userWithoutHistoryHasAZeroVector() {
    float[][] vectors = encode(List.of(user("u"), user("v", "cat")), 0);
    assertArrayEquals(new float[16], vectors[0]);
    assertTrue(vectors[1][0] != 0);
  }

  @Test
  void itemLongerThanTheModelIsCut() {
    assertEquals(16, encode(List.of(user("u", "the cat sat ".repeat(50))), 0)[0].length);
  }

  private float[][] encode(List<User> users, int items) {
    return encoder.encode(
        new EncodingContext(users, List.of(), TASK, model, Progress.SILENT),
        new BaseModelOptions(items));
  }

  private static User user(String id, String... inputs) {
    List<Item> items = new ArrayList<>();
    for (String input : inputs) {
      items.add(new Item(id + items.size(), input, "a"));
    }
    return new User(id, items, List.of());
  }
}
