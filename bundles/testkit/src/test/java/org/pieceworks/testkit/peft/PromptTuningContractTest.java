package org.pieceworks.testkit.peft;

import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.prompt.PromptTuning;
import org.pieceworks.peft.prompt.PromptTuningOptions;

class PromptTuningContractTest extends PeftTypeContract<PromptTuningOptions> {

  @Override
  protected ConfiguredPeft<PromptTuningOptions> peft() {
    return new ConfiguredPeft<>(new PromptTuning(), new PromptTuningOptions(4));
  }

  @Override
  protected boolean expressible(BaseModel model) {
    return model instanceof Decoder;
  }
}
