package org.pieceworks.model.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Precision;
import org.pieceworks.model.bert.BertNames;
import org.pieceworks.model.checkpoint.CheckpointWriter;
import org.pieceworks.model.checkpoint.PoolingFile;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** Turns a BERT-family encoder that was exported to ONNX back into a checkpoint directory. */
public final class BertImport {

  private static final String MODEL = "model.onnx";
  private static final String UP = BertNames.weight(0, "up_proj");

  private BertImport() {}

  /**
   * Reads {@code model.onnx}, {@code tokenizer.json} and, where it is there, {@code
   * 1_Pooling/config.json}; a sentence encoder that does not say takes the mean over its tokens.
   *
   * @throws BadInputException if a file is missing, damaged, or not of this family
   */
  public static void run(Path source, Path checkpoint) {
    Path file = source.resolve(MODEL);
    OnnxWeights weights = OnnxWeights.read(file);
    TokenizerFile tokenizer = new TokenizerFile(source.resolve(TokenizerFile.NAME));
    Pooling pooling = PoolingFile.read(source).orElse(Pooling.MEAN);
    EncoderConfig config = config(file, weights, tokenizer, pooling);
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> tensors = new LinkedHashMap<>();
      BertNames.shapes(config)
          .forEach((name, shape) -> tensors.put(name, tensor(file, weights, name, shape, manager)));
      CheckpointWriter.write(checkpoint, config, tensors, tokenizer, Precision.FLOAT32);
    }
  }

  private static NDArray tensor(
      Path file, OnnxWeights weights, String name, Shape shape, NDManager manager) {
    float[] values = weights.values(name);
    Shape found = weights.shape(name).orElseThrow();
    if (!found.equals(shape)) {
      throw BadInputException.of(
          file + ": tensor " + name, "shape " + found, shape + " like the other layers");
    }
    return manager.create(values, shape);
  }

  /** What the file does not state is read off the shapes of its weights and its constants. */
  private static EncoderConfig config(
      Path file, OnnxWeights weights, TokenizerFile tokenizer, Pooling pooling) {
    Shape words = shape(file, weights, "embeddings.word_embeddings.weight");
    int width = (int) words.get(1);
    int layers = 0;
    while (weights.shape(BertNames.bias(layers, "q_proj")).isPresent()) {
      layers++;
    }
    double rootHead = constant(file, weights, "Div", "/encoder/layer.0/attention/self/");
    return new EncoderConfig(
        width,
        layers,
        (int) Math.round(width / (rootHead * rootHead)),
        (int) shape(file, weights, UP).get(0),
        (int) words.get(0),
        (int) shape(file, weights, "embeddings.token_type_embeddings.weight").get(0),
        // A constant is a float: what stood in the config was its shortest decimal.
        Double.parseDouble(
            Float.toString((float) constant(file, weights, "Add", "/embeddings/LayerNorm/"))),
        (int) shape(file, weights, "embeddings.position_embeddings.weight").get(0),
        pooling,
        List.of(),
        tokenizer.id("[CLS]"),
        tokenizer.id("[SEP]"));
  }

  private static Shape shape(Path file, OnnxWeights weights, String name) {
    return weights
        .shape(name)
        .filter(shape -> shape.dimension() == 2)
        .orElseThrow(
            () ->
                BadInputException.of(
                    file.toString(), "no tensor " + name, "a BERT-family encoder"));
  }

  private static double constant(Path file, OnnxWeights weights, String type, String path) {
    return weights
        .operand(type, path)
        .orElseThrow(
            () ->
                BadInputException.of(
                    file.toString(),
                    "no node " + type + " with a constant at " + path,
                    "a BERT-family encoder, exported by PyTorch"));
  }
}
