package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.model.Weights;
import org.pieceworks.model.bert.BertModel;
import org.pieceworks.model.bert.BertNames;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** A small encoder with random weights. */
final class RandomEncoder {

  private RandomEncoder() {}

  static Encoder of(NDManager parent) {
    EncoderConfig config =
        new EncoderConfig(
            16, 2, 2, 24, 40, 2, 1e-12, 64, Pooling.MEAN, List.of("a", "b", "c"), 1, 2);
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
    return new BertModel(config, new TokenizerFile(Path.of("tokenizer.json")), weights, manager);
  }
}
