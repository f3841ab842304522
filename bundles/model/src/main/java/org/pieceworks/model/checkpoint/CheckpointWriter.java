package org.pieceworks.model.checkpoint;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.model.Weights;
import org.pieceworks.model.tokenizer.TokenizerFile;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Safetensors;

/** Writes a Hugging Face checkpoint directory. */
public final class CheckpointWriter {

  private CheckpointWriter() {}

  /** Writes config, weights and, where there is one, the tokenizer; whole or not at all. */
  public static void write(
      Path directory,
      ModelConfig config,
      Map<String, NDArray> parameters,
      TokenizerFile tokenizer,
      Precision precision) {
    AtomicFiles.directory(
        directory,
        fresh -> {
          Files.write(fresh.resolve(ConfigFile.NAME), ConfigFile.bytes(config, precision));
          Safetensors.write(
              fresh.resolve(CheckpointReader.WEIGHTS),
              parameters,
              Map.of("format", "pt"),
              Weights.type(precision));
          if (config instanceof EncoderConfig encoder) {
            PoolingFile.write(encoder, fresh);
          }
          if (tokenizer.exists()) {
            tokenizer.copyTo(fresh, config);
          }
        });
  }
}
