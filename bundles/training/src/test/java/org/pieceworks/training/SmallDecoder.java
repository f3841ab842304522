package org.pieceworks.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;

/** A small decoder with random weights, and texts for it. */
final class SmallDecoder {

  private static final int VOCABULARY = 40;

  private SmallDecoder() {}

  static Decoder of(NDManager manager) {
    DecoderConfig config =
        new DecoderConfig(32, 2, 4, 2, 8, 48, VOCABULARY, 1e-5, 10_000, 64, false, 1, 2);
    return new CheckpointModels(new Djl()).create(config, Path.of("tokenizer.json"), 7, manager);
  }

  /** A text whose answer follows from the last word of its prompt. */
  static Example example(SplittableRandom random) {
    int[] prompt = random.ints(3 + random.nextInt(4), 3, VOCABULARY).toArray();
    prompt[0] = 1;
    int answer = 3 + prompt[prompt.length - 1] % (VOCABULARY - 3);
    return AnswerExample.of(prompt, new int[] {answer, 2});
  }
}
