package org.pieceworks.testkit.peft;

import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.bottleneck.Bottleneck;
import org.pieceworks.peft.bottleneck.BottleneckOptions;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Activation;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Placement;

class BottleneckContractTest extends PeftTypeContract<BottleneckOptions> {

  @Override
  protected ConfiguredPeft<BottleneckOptions> peft() {
    return new ConfiguredPeft<>(
        new Bottleneck(), new BottleneckOptions(Placement.HOULSBY, 6, Activation.GELU));
  }

  @Override
  protected boolean expressible(BaseModel model) {
    return false;
  }
}
