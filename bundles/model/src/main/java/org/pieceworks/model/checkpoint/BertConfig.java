package org.pieceworks.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.model.tokenizer.TokenizerFile;

/**
 * What the {@code config.json} of a BERT-family encoder says. What this encoder would compute
 * otherwise than the file asks for is refused.
 */
final class BertConfig {

  static final String MODEL_TYPE = "bert";

  private static final String CLASSIFIER = "BertForSequenceClassification";
  private static final String LABELS = "id2label";

  /** The ids of {@code [CLS]} and {@code [SEP]} in BERT's own vocabularies. */
  private static final int BEGIN = 101;

  private static final int END = 102;

  private BertConfig() {}

  static EncoderConfig read(
      JsonObjectFile json, Optional<Pooling> stated, TokenizerFile tokenizer) {
    json.only("hidden_act", "gelu");
    json.only("position_embedding_type", "absolute");
    json.only("is_decoder", false);
    if (json.token("pad_token_id", 0) != 0) {
      throw json.bad("pad_token_id", json.text("pad_token_id", ""), "0");
    }
    int width = json.positive("hidden_size");
    int heads = json.positive("num_attention_heads");
    if (width % heads != 0) {
      throw json.bad("num_attention_heads", String.valueOf(heads), "a divisor of " + width);
    }
    boolean classifier = json.node("architectures").path(0).asText().equals(CLASSIFIER);
    return new EncoderConfig(
        width,
        json.positive("num_hidden_layers"),
        heads,
        json.positive("intermediate_size"),
        json.positive("vocab_size"),
        json.positive("type_vocab_size", 2),
        json.number("layer_norm_eps", 1e-12),
        json.positive("max_position_embeddings"),
        stated.orElse(Pooling.POOLER),
        // A sentence encoder with a head is written by nobody but us.
        classifier || stated.isPresent() ? labels(json) : List.of(),
        tokenizer.exists() ? tokenizer.id("[CLS]") : BEGIN,
        tokenizer.exists() ? tokenizer.id("[SEP]") : END);
  }

  private static List<String> labels(JsonObjectFile json) {
    JsonNode names = json.node(LABELS);
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      JsonNode name = names.path(String.valueOf(i));
      if (!name.isTextual()) {
        throw json.bad(LABELS, names.toString(), "a name for each id from 0 on");
      }
      labels.add(name.asText());
    }
    return labels;
  }

  static void write(EncoderConfig config, ObjectNode json) {
    boolean classifier = !config.labels().isEmpty() && config.pooling() == Pooling.POOLER;
    json.putArray("architectures").add(classifier ? CLASSIFIER : "BertModel");
    json.put("model_type", MODEL_TYPE);
    json.put("hidden_size", config.width());
    json.put("intermediate_size", config.feedForward());
    json.put("num_hidden_layers", config.layers());
    json.put("num_attention_heads", config.heads());
    json.put("vocab_size", config.vocabulary());
    json.put("type_vocab_size", config.tokenTypes());
    json.put("layer_norm_eps", config.normEpsilon());
    json.put("max_position_embeddings", config.maxPositions());
    json.put("hidden_act", "gelu");
    json.put("position_embedding_type", "absolute");
    json.put("pad_token_id", 0);
    if (!config.labels().isEmpty()) {
      ObjectNode names = json.putObject(LABELS);
      ObjectNode ids = json.putObject("label2id");
      for (int i = 0; i < config.labels().size(); i++) {
        names.put(String.valueOf(i), config.labels().get(i));
        ids.put(config.labels().get(i), i);
      }
    }
  }
}
