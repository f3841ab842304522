package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.storage.Safetensors;

/** Virtual tokens in Hugging Face PEFT form, which has them for decoders as our models do. */
public final class VirtualFiles {

  private static final String EMBEDDINGS = "prompt_embeddings";
  private static final String TOKENS = "num_virtual_tokens";

  private VirtualFiles() {}

  /**
   * The shape of a decoder.
   *
   * @throws BadInputException if it is an encoder's: PEFT pools the first virtual token in place of
   *     the text's own
   */
  public static DecoderConfig decoder(String peft, ModelConfig model) {
    if (model instanceof DecoderConfig decoder) {
      return decoder;
    }
    throw PeftFiles.inexpressible(
        peft, "an encoder", "a decoder: with an encoder, PEFT predicts from a virtual token");
  }

  /** The beginning of a config. */
  public static ObjectNode config(String type, long tokens, int width, int heads, ExportBase base) {
    ObjectNode config = PeftFiles.config(type, base);
    config.put("inference_mode", true);
    config.put(TOKENS, tokens);
    config.put("token_dim", width);
    config.put("num_transformer_submodules", 1);
    config.put("num_attention_heads", heads);
    config.put("num_layers", base.config().layers());
    return config;
  }

  /** Writes a directory, which appears whole or not at all. */
  public static void write(Path directory, ObjectNode config, NDArray embeddings, ExportBase base) {
    PeftFiles.write(directory, config, Map.of(EMBEDDINGS, embeddings), base);
  }

  /**
   * Reads a directory's one tensor.
   *
   * @param width what it should have
   * @return {@code [tokens, width]}
   * @throws BadInputException if it is damaged or of another shape
   */
  public static NDArray read(Path directory, JsonNode config, long width, NDManager manager) {
    int tokens = PeftFiles.positive(directory, config, TOKENS, "at least 1 virtual token");
    Path file = PeftFiles.weightsFile(directory);
    Map<String, NDArray> named = Safetensors.read(file, manager);
    NDArray embeddings = named.get(EMBEDDINGS);
    if (embeddings == null || named.size() > 1) {
      throw BadInputException.of(
          file.toString(), "tensors " + String.join(", ", named.keySet()), EMBEDDINGS + " alone");
    }
    if (embeddings.getShape().dimension() != 2
        || embeddings.getShape().get(0) != tokens
        || embeddings.getShape().get(1) != width) {
      throw BadInputException.of(
          file.toString(),
          EMBEDDINGS + " of shape " + embeddings.getShape(),
          "(" + tokens + ", " + width + ")");
    }
    return embeddings;
  }
}
