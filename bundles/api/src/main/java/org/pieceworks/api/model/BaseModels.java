package org.pieceworks.api.model;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes and reads base models. */
@ProviderType
public interface BaseModels {

  /**
   * Reads a Hugging Face checkpoint directory ({@code config.json}, {@code model.safetensors} or
   * its shards with {@code model.safetensors.index.json}, {@code tokenizer.json} where there is
   * one).
   *
   * <p>Decoders of the Llama family are read, and encoders of the BERT family ({@code BertModel},
   * {@code BertForSequenceClassification}).
   *
   * @param manager parent of the model's own manager; gives the device
   * @throws org.pieceworks.api.BadInputException if a file is missing, damaged, or a tensor is
   *     missing or of the wrong shape
   */
  BaseModel load(Path checkpoint, Precision precision, NDManager manager);

  /**
   * A decoder with random weights (normal, deviation 0.02 or, for narrow models, more) and the
   * tokenizer of a directory.
   */
  Decoder create(DecoderConfig config, Path tokenizerJson, long seed, NDManager manager);

  /**
   * Trains a byte-level BPE tokenizer and writes it as a valid {@code tokenizer.json}. Ids 0, 1, 2
   * are {@code <pad>}, {@code <s>}, {@code </s>}.
   *
   * @param vocabulary most ids, special and byte tokens counted in
   */
  void trainTokenizer(List<String> texts, int vocabulary, Path tokenizerJson);

  /**
   * Reads the weights of a BERT-family encoder out of an ONNX file and writes them as a Hugging
   * Face checkpoint directory, which appears whole or not at all.
   *
   * @param source holds {@code model.onnx} and {@code tokenizer.json}
   * @throws org.pieceworks.api.BadInputException if a file is missing, damaged, or not of that
   *     family
   */
  void importOnnx(Path source, Path checkpoint);
}
