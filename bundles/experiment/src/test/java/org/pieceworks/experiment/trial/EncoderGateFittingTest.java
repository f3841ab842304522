package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.api.model.TokenBatch;

class EncoderGateFittingTest extends GateFittingContract {

  @Override
  BaseModel model(NDManager manager) {
    return RandomEncoder.of(manager);
  }

  @Override
  Example example(SplittableRandom random) {
    return new LabelExample(random.ints(3 + random.nextInt(6), 3, 40).toArray(), random.nextInt(3));
  }

  /** The mean over texts of the normalized mean over a text's tokens. */
  @Override
  NDArray pooled(NDArray input, List<Example> history, TokenBatch batch) {
    long seq = batch.tokens().getShape().get(2);
    NDList texts = new NDList();
    for (int r = 0; r < history.size(); r++) {
      long from = r * seq;
      long to = from + history.get(r).tokens().length;
      NDArray mean = input.get("0, " + from + ":" + to).mean(new int[] {0}, true);
      texts.add(SlotActivations.normalize(mean));
    }
    return NDArrays.concat(texts, 0).mean(new int[] {0}, true);
  }
}
