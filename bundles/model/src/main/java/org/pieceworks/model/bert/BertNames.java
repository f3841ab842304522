package org.pieceworks.model.bert;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.ModuleNames;
import org.pieceworks.api.model.Site;

/** The names and shapes of a BERT checkpoint's tensors, as Hugging Face has them. */
public final class BertNames {

  /** The sites of a layer, in forward order. */
  public static final List<String> MODULES =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "up_proj", "down_proj");

  static final String WORDS = "embeddings.word_embeddings.weight";
  static final String POSITIONS = "embeddings.position_embeddings.weight";
  static final String TYPES = "embeddings.token_type_embeddings.weight";
  static final String EMBEDDING_NORM = "embeddings.LayerNorm";
  static final String POOLER = "pooler.dense";
  static final String HEAD = "classifier";

  private BertNames() {}

  /**
   * What stands before the names of all tensors but the head's: the model of {@code
   * BertForSequenceClassification} calls its encoder {@code bert}.
   */
  public static String prefix(EncoderConfig config) {
    boolean classifier = !config.labels().isEmpty() && config.pooling() == Pooling.POOLER;
    return classifier ? "bert." : "";
  }

  /** The weight of a site, without prefix. */
  public static String weight(int layer, String module) {
    return module(layer, module) + ".weight";
  }

  /** The bias of a site, without prefix. */
  public static String bias(int layer, String module) {
    return module(layer, module) + ".bias";
  }

  static String module(int layer, String module) {
    return ModuleNames.bert(new Site(layer, module));
  }

  static String attentionNorm(int layer) {
    return "encoder.layer." + layer + ".attention.output.LayerNorm";
  }

  static String outputNorm(int layer) {
    return "encoder.layer." + layer + ".output.LayerNorm";
  }

  /** Every tensor of a model with this shape, in a fixed order. */
  public static Map<String, Shape> shapes(EncoderConfig config) {
    String prefix = prefix(config);
    int width = config.width();
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(prefix + WORDS, new Shape(config.vocabulary(), width));
    shapes.put(prefix + POSITIONS, new Shape(config.maxPositions(), width));
    shapes.put(prefix + TYPES, new Shape(config.tokenTypes(), width));
    pair(shapes, prefix + EMBEDDING_NORM, new Shape(width));
    for (int layer = 0; layer < config.layers(); layer++) {
      for (String module : MODULES) {
        Shape shape = new Shape(out(config, module), in(config, module));
        pair(shapes, prefix + module(layer, module), shape);
      }
      pair(shapes, prefix + attentionNorm(layer), new Shape(width));
      pair(shapes, prefix + outputNorm(layer), new Shape(width));
    }
    if (config.pooling() == Pooling.POOLER) {
      pair(shapes, prefix + POOLER, new Shape(width, width));
    }
    if (!config.labels().isEmpty()) {
      pair(shapes, HEAD, new Shape(config.labels().size(), width));
    }
    return shapes;
  }

  private static void pair(Map<String, Shape> shapes, String name, Shape weight) {
    shapes.put(name + ".weight", weight);
    shapes.put(name + ".bias", new Shape(weight.get(0)));
  }

  static int in(EncoderConfig config, String module) {
    return "down_proj".equals(module) ? config.feedForward() : config.width();
  }

  static int out(EncoderConfig config, String module) {
    return "up_proj".equals(module) ? config.feedForward() : config.width();
  }
}
