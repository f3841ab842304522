package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Precision;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.Weights;
import org.pieceworks.model.bert.BertModel;
import org.pieceworks.model.bert.BertNames;
import org.pieceworks.model.tokenizer.TokenizerFile;
import org.pieceworks.storage.AtomicFiles;

/** A small encoder with random weights. */
public final class RandomEncoder {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private RandomEncoder() {}

  static Encoder of(NDManager parent) {
    EncoderConfig config =
        new EncoderConfig(
            16, 2, 2, 24, 40, 2, 1e-12, 64, Pooling.MEAN, List.of("a", "b", "c"), 1, 2);
    return of(config, Path.of("tokenizer.json"), parent);
  }

  /** Writes a checkpoint directory without a head; its tokens are letters and digits. */
  public static void write(Path directory) throws IOException {
    Path folder = Files.createTempDirectory("encoder");
    Path tokenizer = Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    EncoderConfig config =
        new EncoderConfig(
            16, 2, 2, 24, LETTERS.length() * 2 + 4, 2, 1e-12, 64, Pooling.MEAN, List.of(), 2, 3);
    try (NDManager manager = new Djl().engine().newBaseManager()) {
      of(config, tokenizer, manager).save(directory, Precision.FLOAT32);
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  private static String tokenizer() {
    StringBuilder vocabulary = new StringBuilder("\"[PAD]\":0,\"[UNK]\":1,\"[CLS]\":2,\"[SEP]\":3");
    for (int i = 0; i < LETTERS.length(); i++) {
      char letter = LETTERS.charAt(i);
      vocabulary.append(",\"%s\":%d,\"##%s\":%d".formatted(letter, 4 + 2 * i, letter, 5 + 2 * i));
    }
    return """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
         "normalizer":{"type":"Lowercase"},"pre_tokenizer":{"type":"BertPreTokenizer"},
         "post_processor":null,"decoder":null,
         "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
                  "max_input_chars_per_word":100,"vocab":{%s}}}
        """
        .formatted(vocabulary);
  }

  private static Encoder of(EncoderConfig config, Path tokenizer, NDManager parent) {
    NDManager manager = parent.newSubManager();
    Random random = new Random(3);
    Map<String, NDArray> weights = new LinkedHashMap<>();
    BertNames.shapes(config)
        .forEach(
            (name, shape) -> {
              float[] values = new float[(int) shape.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = 0.3f * (float) random.nextGaussian();
              }
              weights.put(name, Weights.owned(values, shape, manager));
            });
    return new BertModel(config, new TokenizerFile(tokenizer), weights, manager);
  }
}
