package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;

/** ONNX Runtime, which knows nothing of this project, computes the same from the same file. */
class OnnxRuntimeTest {

  private static final List<String> TEXTS =
      List.of(
          "short",
          "The cat sat on the mat.",
          "A longer sentence, with commas; it talks of Zürich, of 3.14 and of antidisestablishment!");

  @TempDir static Path folder;

  private static NDManager manager;
  private static Encoder encoder;

  @BeforeAll
  static void importModel() throws IOException {
    CheckpointModels models = new CheckpointModels(new Djl());
    Path source = Files.createDirectory(folder.resolve("source"));
    new MiniLm().writeTo(source);
    models.importOnnx(source, folder.resolve("checkpoint"));
    manager = new Djl().engine().newBaseManager();
    encoder = (Encoder) models.load(folder.resolve("checkpoint"), Precision.FLOAT32, manager);
  }

  @AfterAll
  static void close() {
    manager.close();
  }

  @Test
  void embeddingsAreThoseOfOnnxRuntime() throws OrtException {
    long[][] tokens = tokens();
    float[][][] judged = judged(tokens);
    float[] own = hidden(tokens);
    int seq = tokens[0].length;
    double worst = 0;
    for (int row = 0; row < tokens.length; row++) {
      for (int t = 0; t < seq && tokens[row][t] != 0; t++) {
        for (int d = 0; d < 384; d++) {
          worst = Math.max(worst, Math.abs(judged[row][t][d] - own[(row * seq + t) * 384 + d]));
        }
      }
    }
    assertTrue(worst < 1e-4, "largest difference " + worst);
  }

  @Test
  void paddingChangesNothing() {
    long[][] together = tokens();
    long[] alone = Arrays.stream(together[0]).filter(id -> id != 0).toArray();
    float[] padded = hidden(together);
    float[] plain = hidden(new long[][] {alone});
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], padded[i], 1e-5f);
    }
  }

  /** As Sentence Transformers has it: the mean over a text's tokens, scaled to length one. */
  @Test
  void historiesAreMeansOfSentenceEmbeddings() throws OrtException {
    long[][] tokens = tokens();
    float[][][] judged = judged(tokens);
    double[] expected = new double[384];
    for (int row = 0; row < tokens.length; row++) {
      double[] sentence = sentence(judged[row], tokens[row]);
      for (int d = 0; d < expected.length; d++) {
        expected[d] += sentence[d] / tokens.length;
      }
    }
    List<Item> items =
        TEXTS.stream()
            .map(text -> text.split(" ", 2))
            .map(parts -> new Item("i", parts[0], parts.length == 1 ? "" : parts[1]))
            .toList();
    User user = new User("u", items, List.of());
    Task task = new Task("titles", TaskKind.GENERATION, List.of(), "An instruction. {input}");
    float[] vector =
        new MiniLmEncoder(new TextPasses())
            .encode(
                new EncodingContext(List.of(user), List.of(), task, encoder, Progress.SILENT),
                new MiniLmOptions(0, 256))[0];
    for (int d = 0; d < expected.length; d++) {
      assertEquals(expected[d], vector[d], 1e-5);
    }
  }

  private static double[] sentence(float[][] states, long[] tokens) {
    double[] sum = new double[states[0].length];
    for (int t = 0; t < tokens.length && tokens[t] != 0; t++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += states[t][d];
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());
    return Arrays.stream(sum).map(value -> value / length).toArray();
  }

  /** The texts as rows of one length, padded with 0. */
  private static long[][] tokens() {
    List<int[]> ids = encoder.tokenizer().encode(TEXTS);
    int longest = ids.stream().mapToInt(own -> own.length).max().orElseThrow() + 2;
    long[][] rows = new long[TEXTS.size()][longest];
    for (int row = 0; row < rows.length; row++) {
      int[] own = ids.get(row);
      rows[row][0] = encoder.config().beginToken();
      for (int t = 0; t < own.length; t++) {
        rows[row][t + 1] = own[t];
      }
      rows[row][own.length + 1] = encoder.config().endToken();
    }
    return rows;
  }

  private static float[] hidden(long[][] tokens) {
    try (NDManager scope = manager.newSubManager()) {
      long[] flat = Arrays.stream(tokens).flatMapToLong(Arrays::stream).toArray();
      NDArray input = scope.create(flat, new Shape(1, tokens.length, tokens[0].length));
      return encoder.hidden(input, Adaptation.NONE).toFloatArray();
    }
  }

  private static float[][][] judged(long[][] tokens) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    String file = folder.resolve("source").resolve("model.onnx").toString();
    try (OrtSession session = environment.createSession(file)) {
      long[] ids = Arrays.stream(tokens).flatMapToLong(Arrays::stream).toArray();
      long[] mask = Arrays.stream(ids).map(id -> id == 0 ? 0 : 1).toArray();
      long[] shape = {tokens.length, tokens[0].length};
      try (OnnxTensor input = tensor(environment, ids, shape);
          OnnxTensor present = tensor(environment, mask, shape);
          OnnxTensor types = tensor(environment, new long[ids.length], shape);
          OrtSession.Result result =
              session.run(
                  Map.of("input_ids", input, "attention_mask", present, "token_type_ids", types))) {
        return (float[][][]) result.get(0).getValue();
      }
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, long[] values, long[] shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }
}
