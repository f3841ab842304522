package org.pieceworks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An experiment that is over in seconds, with all stages that there are. */
public final class SmallExperiment {

  private static final String TEXT =
      """
      dataset: {use: personas, users: 30, items: 6, queries: 2}
      split: {base: 12, candidates: 8, targets: 4}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32, steps: %d, batch: 16}
      adaptation: {training: {max-steps: 2}}
      training: {max-steps: 2}
      sharers: {count: 4, selection: random}
      generation: {max-new-tokens: 3}
      metrics: [accuracy]
      """;

  private SmallExperiment() {}

  /** Its text, with a pretraining of so many steps. */
  public static String text(int steps) {
    return TEXT.formatted(steps);
  }

  /** Writes it to {@code small.yaml} in a folder. */
  public static Path write(Path folder, int steps) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), text(steps));
  }
}
