package org.pieceworks.model.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** The {@code config.json} of a Hugging Face checkpoint. */
final class ConfigFile {

  static final String NAME = "config.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ConfigFile() {}

  static ModelConfig read(Path directory) {
    JsonObjectFile json =
        JsonObjectFile.read(directory.resolve(NAME), "a Hugging Face checkpoint directory");
    String type = json.text("model_type", "nothing");
    if (LlamaConfig.MODEL_TYPES.contains(type)) {
      return LlamaConfig.read(json);
    }
    if (BertConfig.MODEL_TYPE.equals(type)) {
      TokenizerFile tokenizer = new TokenizerFile(directory.resolve(TokenizerFile.NAME));
      return BertConfig.read(json, PoolingFile.read(directory), tokenizer);
    }
    List<String> known = new ArrayList<>(LlamaConfig.MODEL_TYPES);
    known.add(BertConfig.MODEL_TYPE);
    throw json.bad("model_type", type, "one of " + known);
  }

  static byte[] bytes(ModelConfig config, Precision precision) {
    ObjectNode json = JSON.createObjectNode();
    if (config instanceof DecoderConfig decoder) {
      LlamaConfig.write(decoder, json);
    } else {
      BertConfig.write((EncoderConfig) config, json);
    }
    json.put("torch_dtype", precision.name().toLowerCase(Locale.ROOT));
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
