package org.pieceworks.testkit.peft;

import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.prefix.PrefixTuning;
import org.pieceworks.peft.prefix.PrefixTuningOptions;

class PrefixTuningContractTest extends PeftTypeContract<PrefixTuningOptions> {

  @Override
  protected ConfiguredPeft<PrefixTuningOptions> peft() {
    return new ConfiguredPeft<>(new PrefixTuning(), new PrefixTuningOptions(4));
  }

  @Override
  protected boolean expressible(BaseModel model) {
    return model instanceof Decoder;
  }
}
