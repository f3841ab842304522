package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;

class DecoderGateFittingTest extends GateFittingContract {

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

  /** The mean over rows of the mean over the positions where labels are predicted. */
  @Override
  NDArray pooled(NDArray input, List<Example> history, TokenBatch batch) {
    int seq = (int) batch.tokens().getShape().get(2);
    float[] weights = new float[history.size() * seq];
    for (int r = 0; r < history.size(); r++) {
      for (int position : history.get(r).positions()) {
        weights[r * seq + position] = 1f / (history.size() * history.get(r).labels());
      }
    }
    NDArray shares = batch.tokens().getManager().create(weights, new Shape(1, weights.length));
    return new SlotActivations(input, shares).pooled();
  }
}
