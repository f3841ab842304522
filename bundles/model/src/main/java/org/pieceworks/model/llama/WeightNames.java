package org.pieceworks.model.llama;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.ModuleNames;
import org.pieceworks.api.model.Site;

/** The names and shapes of a Llama checkpoint's tensors, as Hugging Face has them. */
public final class WeightNames {

  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String NORM = "model.norm.weight";
  static final String HEAD = "lm_head.weight";

  private WeightNames() {}

  static String projection(Site site) {
    return ModuleNames.llama(site) + ".weight";
  }

  static String inputNorm(int layer) {
    return "model.layers." + layer + ".input_layernorm.weight";
  }

  static String postNorm(int layer) {
    return "model.layers." + layer + ".post_attention_layernorm.weight";
  }

  /** Every tensor of a model with this shape, in a fixed order. */
  public static Map<String, Shape> shapes(DecoderConfig config) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Shape vector = new Shape(config.width());
    shapes.put(EMBEDDING, new Shape(config.vocabulary(), config.width()));
    for (int layer = 0; layer < config.layers(); layer++) {
      shapes.put(inputNorm(layer), vector);
      for (String module : LayerWeights.MODULES) {
        shapes.put(
            projection(new Site(layer, module)),
            new Shape(out(config, module), in(config, module)));
      }
      shapes.put(postNorm(layer), vector);
    }
    shapes.put(NORM, vector);
    if (!config.tiedHead()) {
      shapes.put(HEAD, new Shape(config.vocabulary(), config.width()));
    }
    return shapes;
  }

  static int in(DecoderConfig config, String module) {
    return switch (module) {
      case "o_proj" -> config.heads() * config.headWidth();
      case "down_proj" -> config.feedForward();
      default -> config.width();
    };
  }

  static int out(DecoderConfig config, String module) {
    return switch (module) {
      case "q_proj" -> config.heads() * config.headWidth();
      case "k_proj", "v_proj" -> config.keyValueHeads() * config.headWidth();
      case "gate_proj", "up_proj" -> config.feedForward();
      default -> config.width();
    };
  }
}
