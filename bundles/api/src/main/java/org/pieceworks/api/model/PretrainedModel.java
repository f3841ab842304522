package org.pieceworks.api.model;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.option.NoOptions;

/** A pretrained base model that a bundle brings along. */
@ConsumerType
public interface PretrainedModel extends Plugin<NoOptions> {

  @Override
  default Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  /** Its license, as an SPDX identifier. */
  String license();

  /** SHA-256 of its {@code model.onnx}, lower-case hex: known without writing. */
  String hash();

  /**
   * Writes its files into an existing empty directory: {@code model.onnx}, {@code tokenizer.json}
   * and, where a text's state is not the mean of its tokens', {@code 1_Pooling/config.json} as
   * Sentence Transformers has it. They are what {@link BaseModels#importOnnx} reads.
   */
  void writeTo(Path directory) throws IOException;
}
