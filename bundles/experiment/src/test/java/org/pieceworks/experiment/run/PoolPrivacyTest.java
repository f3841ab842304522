package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Precision;
import org.pieceworks.corpus.lamp.LampUsersFormat;
import org.pieceworks.experiment.trial.Workbench;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;

/** What sharers wrote stays with them: neither their words nor their tokens are in the pool. */
class PoolPrivacyTest {

  private static final int USERS = 12;
  private static final int ITEMS = 12;

  /** Long enough not to stand in a pool of numbers by accident. */
  private static final int TOKENS_IN_A_ROW = 4;

  private static final String EXPERIMENT =
      """
      dataset: {use: lamp-users, path: diaries}
      split: {base: 4, candidates: 5, targets: 3}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 4, batch: 8}
      adaptation: {enabled: false}
      peft: {use: lora, rank: 2, alpha: 2}
      training: {max-steps: 2, batch: 4}
      sharers: {count: 5, selection: most-active}
      methods: [per-pcs]
      generation: {max-new-tokens: 2}
      """;

  @TempDir Path folder;

  @Test
  void noWordAndNoTokensOfAnyHistoryAreInThePool() throws IOException {
    writeDiaries();
    Workbench workbench = new Workbench(folder).with(new LampUsersFormat());
    RunResult result =
        workbench
            .runner("home")
            .run(
                workbench.experiment(EXPERIMENT),
                new RunOptions(folder.resolve("out"), false),
                RunListener.SILENT);
    assertEquals(List.of(), result.run().failed());
    byte[] pool = bytes(stage("pool"));
    assertTrue(contains(pool, "user-"), "the catalogue knows who shares what");
    try (NDManager manager = new Djl().engine().newBaseManager();
        BaseModel model =
            new CheckpointModels(new Djl()).load(checkpoint(), Precision.FLOAT32, manager)) {
      for (int user = 0; user < USERS; user++) {
        for (int item = 0; item < ITEMS; item++) {
          String secret = secret(user, item);
          assertFalse(contains(pool, secret), secret);
          int[] tokens = model.tokenizer().encode(secret);
          assertFalse(contains(pool, longs(tokens)), secret + " as int64");
          assertFalse(contains(pool, ints(tokens)), secret + " as int32");
        }
      }
    }
  }

  @Test
  void theSearchFindsWhatIsThere() throws IOException {
    writeDiaries();
    byte[] diaries = bytes(folder.resolve("diaries"));
    assertTrue(contains(diaries, secret(3, 4)));
    int[] tokens = {7, 8, 9, 10, 11};
    ByteBuffer some = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(3);
    for (int token : tokens) {
      some.putInt(token);
    }
    assertTrue(contains(some.array(), ints(tokens)));
  }

  /** A word that only one user ever wrote, once. */
  private static String secret(int user, int item) {
    return "secret" + (char) ('a' + user) + "of" + (char) ('a' + item);
  }

  private void writeDiaries() throws IOException {
    Path diaries = Files.createDirectories(folder.resolve("diaries"));
    Files.writeString(
        diaries.resolve("task.json"),
        """
        {"name": "diaries", "task": "classification", "input_field": "text",
         "target_field": "mood", "labels": ["good", "bad"], "prompt": "{input} mood:"}
        """);
    List<String> users = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      List<String> items = new ArrayList<>();
      for (int item = 0; item < ITEMS; item++) {
        items.add(
            "{\"id\": \"%d-%d\", \"text\": \"dear diary %s\", \"mood\": \"%s\"}"
                .formatted(user, item, secret(user, item), item % 2 == 0 ? "good" : "bad"));
      }
      users.add(
          ("{\"user_id\": \"user-%d\", \"profile\": %s, \"query\":"
                  + " [{\"id\": \"q\", \"input\": \"dear diary\", \"gold\": \"good\"}]}")
              .formatted(user, items));
    }
    Files.writeString(diaries.resolve("users.json"), users.toString());
  }

  private Path stage(String name) throws IOException {
    Path stages = folder.resolve("home").resolve("cache").resolve("stages").resolve(name);
    try (Stream<Path> made = Files.list(stages)) {
      return made.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private Path checkpoint() throws IOException {
    try (Stream<Path> walk = Files.walk(stage("pretrain"))) {
      return walk.filter(file -> file.endsWith("tokenizer.json"))
          .map(Path::getParent)
          .filter(parent -> Files.exists(parent.resolve("config.json")))
          .findFirst()
          .orElseThrow();
    }
  }

  /** All that lies in a folder, one file after the other. */
  private static byte[] bytes(Path root) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        all.write(Files.readAllBytes(file));
      }
    }
    return all.toByteArray();
  }

  private static boolean contains(byte[] haystack, String text) {
    return contains(haystack, text.getBytes(StandardCharsets.UTF_8))
        || contains(haystack, text.getBytes(StandardCharsets.UTF_16LE))
        || contains(haystack, text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static boolean contains(byte[] haystack, byte[] needle) {
    for (int at = 0; at + needle.length <= haystack.length; at++) {
      if (java.util.Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] ints(int[] tokens) {
    ByteBuffer buffer =
        ByteBuffer.allocate(TOKENS_IN_A_ROW * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < TOKENS_IN_A_ROW; i++) {
      buffer.putInt(tokens[i]);
    }
    return buffer.array();
  }

  private static byte[] longs(int[] tokens) {
    ByteBuffer buffer =
        ByteBuffer.allocate(TOKENS_IN_A_ROW * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < TOKENS_IN_A_ROW; i++) {
      buffer.putLong(tokens[i]);
    }
    return buffer.array();
  }
}
