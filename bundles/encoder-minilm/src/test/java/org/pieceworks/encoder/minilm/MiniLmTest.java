package org.pieceworks.encoder.minilm;

import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.testkit.model.PretrainedModelContract;

class MiniLmTest extends PretrainedModelContract {

  @Override
  protected PretrainedModel model() {
    return new MiniLm();
  }
}
