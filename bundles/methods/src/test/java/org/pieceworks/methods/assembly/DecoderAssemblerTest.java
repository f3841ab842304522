package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;

class DecoderAssemblerTest extends AssemblerContract {

  @Override
  BaseModel model(NDManager manager) {
    DecoderConfig config = new DecoderConfig(16, 2, 2, 2, 8, 24, 40, 1e-5, 10_000, 64, false, 1, 2);
    return new CheckpointModels(new Djl()).create(config, Path.of("tokenizer.json"), 3, manager);
  }

  @Override
  Example example(SplittableRandom random) {
    int[] prompt = random.ints(3 + random.nextInt(5), 3, 40).toArray();
    return AnswerExample.of(prompt, random.ints(1 + random.nextInt(3), 3, 40).toArray());
  }
}
