package org.pieceworks.model.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;

/**
 * Says how a sentence encoder makes one state of many, where Sentence Transformers does: {@code
 * 1_Pooling/config.json}.
 */
public final class PoolingFile {

  private static final String NAME = "1_Pooling/config.json";
  private static final String MEAN = "pooling_mode_mean_tokens";
  private static final String FIRST = "pooling_mode_cls_token";

  private PoolingFile() {}

  /** What the file states; empty where there is none. */
  public static Optional<Pooling> read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonObjectFile json = JsonObjectFile.read(file, "the pooling of a sentence encoder");
    if (json.flag(MEAN, false)) {
      return Optional.of(Pooling.MEAN);
    }
    if (json.flag(FIRST, false)) {
      return Optional.of(Pooling.FIRST);
    }
    throw json.bad(MEAN, "false", "true, or " + FIRST + ": true");
  }

  /** Writes the file where the config alone would not say it. */
  static void write(EncoderConfig config, Path directory) throws IOException {
    if (config.pooling() == Pooling.POOLER) {
      return;
    }
    Path file = directory.resolve(NAME);
    Files.createDirectories(file.getParent());
    String text =
        """
        {
          "word_embedding_dimension": %d,
          "%s": %b,
          "%s": %b
        }
        """
            .formatted(
                config.width(),
                FIRST,
                config.pooling() == Pooling.FIRST,
                MEAN,
                config.pooling() == Pooling.MEAN);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
