package org.pieceworks.training;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;

class EncoderTrainerTest extends TrainerContract {

  @Override
  BaseModel model(NDManager manager) {
    return RandomEncoder.of(manager);
  }

  @Override
  Example example(SplittableRandom random) {
    int[] tokens = random.ints(3 + random.nextInt(6), 3, 40).toArray();
    return new LabelExample(tokens, Arrays.stream(tokens).sum() % 3);
  }
}
