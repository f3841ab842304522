package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.model.Weights;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** Small encoders with random weights. */
public final class TestEncoders {

  public static final int VOCABULARY = 40;

  private TestEncoders() {}

  public static EncoderConfig config(Pooling pooling, List<String> labels) {
    return new EncoderConfig(24, 2, 3, 40, VOCABULARY, 2, 1e-12, 32, pooling, labels, 2, 3);
  }

  public static BertModel lively(EncoderConfig config, Path folder, NDManager parent) {
    NDManager manager = parent.newSubManager();
    Random random = new Random(5);
    Map<String, NDArray> weights = new LinkedHashMap<>();
    BertNames.shapes(config)
        .forEach((name, shape) -> weights.put(name, weight(name, shape, random, manager)));
    return new BertModel(config, new TokenizerFile(tokenizer(folder)), weights, manager);
  }

  private static NDArray weight(String name, Shape shape, Random random, NDManager manager) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      float centre = name.endsWith("LayerNorm.weight") ? 1 : 0;
      values[i] = centre + 0.3f * (float) random.nextGaussian();
    }
    return Weights.owned(values, shape, manager);
  }

  /** A tokenizer of whole words: w4, w5, ... */
  private static Path tokenizer(Path folder) {
    StringBuilder words = new StringBuilder();
    for (int id = 4; id < VOCABULARY; id++) {
      words.append(",\"w").append(id).append("\":").append(id);
    }
    String json =
        """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
         "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
         "model":{"type":"WordLevel","unk_token":"[UNK]",
                  "vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3%s}}}
        """
            .formatted(words);
    try {
      return Files.writeString(folder.resolve("tokenizer.json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
