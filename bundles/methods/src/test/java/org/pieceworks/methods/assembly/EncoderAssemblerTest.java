package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;

class EncoderAssemblerTest extends AssemblerContract {

  @Override
  BaseModel model(NDManager manager) {
    return RandomEncoder.of(manager);
  }

  @Override
  Example example(SplittableRandom random) {
    return new LabelExample(random.ints(3 + random.nextInt(6), 3, 40).toArray(), random.nextInt(3));
  }
}
