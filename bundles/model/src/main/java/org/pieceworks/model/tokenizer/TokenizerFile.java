package org.pieceworks.model.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Tokenizer;

/** A {@code tokenizer.json} that is loaded when it is first needed. */
public final class TokenizerFile {

  /** Its name in a checkpoint directory. */
  public static final String NAME = "tokenizer.json";

  private static final String SETTINGS = "tokenizer_config.json";

  private final Path file;
  private Tokenizer tokenizer;

  /** Names the file, which need not exist. */
  public TokenizerFile(Path file) {
    this.file = file;
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Writes it into a checkpoint directory with what Hugging Face's loaders read beside it: the
   * settings that came with it or, where there are none, the names of the special tokens.
   */
  public void copyTo(Path directory, ModelConfig config) throws IOException {
    Files.copy(file, directory.resolve(NAME));
    Path settings = file.resolveSibling(SETTINGS);
    if (Files.exists(settings)) {
      Files.copy(settings, directory.resolve(SETTINGS));
    } else {
      Files.write(directory.resolve(SETTINGS), TokenizerJson.settings(file, config));
    }
  }

  /**
   * The id of a special token.
   *
   * @throws BadInputException if the file is missing or damaged, or has no such token
   */
  public int id(String token) {
    requireFile();
    return TokenizerJson.id(file, token)
        .orElseThrow(() -> BadInputException.of(file.toString(), "no token " + token, "one"));
  }

  private void requireFile() {
    if (!exists()) {
      throw new BadInputException(file + ": there is no such file; the model needs a tokenizer");
    }
  }

  /**
   * The tokenizer.
   *
   * @throws BadInputException if the file is missing or damaged
   */
  public synchronized Tokenizer tokenizer() {
    if (tokenizer == null) {
      requireFile();
      tokenizer = HuggingFaceTokens.load(file);
    }
    return tokenizer;
  }
}
