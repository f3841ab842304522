package org.pieceworks.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pieceworks.api.model.DecoderConfig;

/**
 * What the {@code config.json} of a Llama-family decoder says. What this decoder would compute
 * otherwise than the file asks for is refused.
 */
final class LlamaConfig {

  static final List<String> MODEL_TYPES = List.of("llama", "mistral");

  private LlamaConfig() {}

  static DecoderConfig read(JsonObjectFile json) {
    json.only("hidden_act", "silu");
    json.only("attention_bias", false);
    json.only("mlp_bias", false);
    JsonNode rope = rope(json);
    int width = json.positive("hidden_size");
    int heads = json.positive("num_attention_heads");
    if (!json.has("head_dim") && width % heads != 0) {
      throw json.bad("num_attention_heads", String.valueOf(heads), "a divisor of " + width);
    }
    DecoderConfig config =
        new DecoderConfig(
            width,
            json.positive("num_hidden_layers"),
            heads,
            json.positive("num_key_value_heads", heads),
            json.positive("head_dim", width / heads),
            json.positive("intermediate_size"),
            json.positive("vocab_size"),
            json.number("rms_norm_eps", 1e-6),
            rope.path("rope_theta").asDouble(json.number("rope_theta", 10_000)),
            positions(json),
            json.flag("tie_word_embeddings", false),
            json.token("bos_token_id", 1),
            json.token("eos_token_id", 2));
    if (heads % config.keyValueHeads() != 0) {
      throw json.bad(
          "num_key_value_heads",
          String.valueOf(config.keyValueHeads()),
          "a divisor of num_attention_heads, " + heads);
    }
    if (config.headWidth() % 2 != 0) {
      throw json.bad("head_dim", String.valueOf(config.headWidth()), "an even number");
    }
    return config;
  }

  /** How positions turn: older files say it in one key, newer ones in another. */
  private static JsonNode rope(JsonObjectFile json) {
    String key = json.has("rope_parameters") ? "rope_parameters" : "rope_scaling";
    JsonNode rope = json.node(key);
    String kind = rope.path("rope_type").asText(rope.path("type").asText("default"));
    if (!"default".equals(kind)) {
      throw json.bad(key + ".rope_type", kind, "default");
    }
    return rope;
  }

  /** Within its sliding window, a model of that kind attends like any other. */
  private static int positions(JsonObjectFile json) {
    int positions = json.positive("max_position_embeddings", 2048);
    return Math.min(positions, json.positive("sliding_window", positions));
  }

  static void write(DecoderConfig config, ObjectNode json) {
    json.putArray("architectures").add("LlamaForCausalLM");
    json.put("model_type", "llama");
    json.put("hidden_size", config.width());
    json.put("intermediate_size", config.feedForward());
    json.put("num_hidden_layers", config.layers());
    json.put("num_attention_heads", config.heads());
    json.put("num_key_value_heads", config.keyValueHeads());
    json.put("head_dim", config.headWidth());
    json.put("vocab_size", config.vocabulary());
    json.put("rms_norm_eps", config.normEpsilon());
    json.put("rope_theta", config.ropeTheta());
    json.put("hidden_act", "silu");
    json.put("max_position_embeddings", config.maxPositions());
    json.put("tie_word_embeddings", config.tiedHead());
    json.put("attention_bias", false);
    json.put("mlp_bias", false);
    json.put("bos_token_id", config.beginToken());
    json.put("eos_token_id", config.endToken());
  }
}
