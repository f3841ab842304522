package org.pieceworks.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.Weights;
import org.pieceworks.model.bert.BertModel;
import org.pieceworks.model.bert.BertNames;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** Small models with random weights, one of each architecture, and users' histories for them. */
public final class SmallModels {

  private static final int VOCABULARY = 76;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private SmallModels() {}

  /** A manager that a test closes at its end. */
  public static NDManager manager() {
    return new Djl().engine().newBaseManager();
  }

  /** A decoder of width 16 with 2 layers, 4 heads and 2 that keys and values share. */
  public static Decoder decoder(NDManager parent) {
    DecoderConfig config =
        new DecoderConfig(16, 2, 4, 2, 4, 24, VOCABULARY, 1e-5, 10_000, 128, false, 2, 3);
    return new CheckpointModels(new Djl()).create(config, tokenizer(), 3, parent);
  }

  /** An encoder of width 16 with 2 layers, 2 heads and the labels a, b, c. */
  public static Encoder encoder(NDManager parent) {
    EncoderConfig config =
        new EncoderConfig(
            16, 2, 2, 24, VOCABULARY, 2, 1e-12, 128, Pooling.MEAN, List.of("a", "b", "c"), 2, 3);
    NDManager manager = parent.newSubManager();
    Random random = new Random(5);
    Map<String, NDArray> weights = new LinkedHashMap<>();
    BertNames.shapes(config)
        .forEach((name, shape) -> weights.put(name, weight(name, shape, random, manager)));
    return new BertModel(config, new TokenizerFile(tokenizer()), weights, manager);
  }

  /** Both of them. */
  public static List<BaseModel> all(NDManager parent) {
    return List.of(decoder(parent), encoder(parent));
  }

  /** A history of examples as a model reads them; the same seed gives the same. */
  public static List<Example> history(BaseModel model, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      int[] text = random.ints(3 + random.nextInt(5), 4, VOCABULARY).toArray();
      examples.add(
          model instanceof Encoder
              ? new LabelExample(text, random.nextInt(3))
              : AnswerExample.of(
                  text, random.ints(1 + random.nextInt(3), 4, VOCABULARY).toArray()));
    }
    return examples;
  }

  private static NDArray weight(String name, Shape shape, Random random, NDManager manager) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      float centre = name.endsWith("LayerNorm.weight") ? 1 : 0;
      values[i] = centre + 0.3f * (float) random.nextGaussian();
    }
    return Weights.owned(values, shape, manager);
  }

  /** A tokenizer whose tokens are letters and digits. */
  private static Path tokenizer() {
    StringBuilder vocabulary = new StringBuilder("\"[PAD]\":0,\"[UNK]\":1,\"[CLS]\":2,\"[SEP]\":3");
    for (int i = 0; i < LETTERS.length(); i++) {
      char letter = LETTERS.charAt(i);
      vocabulary.append(",\"%s\":%d,\"##%s\":%d".formatted(letter, 4 + 2 * i, letter, 5 + 2 * i));
    }
    String json =
        """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
         "normalizer":{"type":"Lowercase"},"pre_tokenizer":{"type":"BertPreTokenizer"},
         "post_processor":null,"decoder":null,
         "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
                  "max_input_chars_per_word":100,"vocab":{%s}}}
        """
            .formatted(vocabulary);
    try {
      Path file = Files.createTempFile("pieceworks-tokenizer", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
