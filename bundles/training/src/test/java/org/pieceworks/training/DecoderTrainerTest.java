package org.pieceworks.training;

import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;

class DecoderTrainerTest extends TrainerContract {

  @Override
  BaseModel model(NDManager manager) {
    return SmallDecoder.of(manager);
  }

  @Override
  Example example(SplittableRandom random) {
    return SmallDecoder.example(random);
  }
}
