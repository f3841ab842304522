package org.pieceworks.testkit.peft;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;

class LoraContractTest extends PeftTypeContract<LoraOptions> {

  @Override
  protected ConfiguredPeft<LoraOptions> peft() {
    return new ConfiguredPeft<>(
        new Lora(), new LoraOptions(3, 6, 0, List.of("q_proj", "up_proj", "down_proj")));
  }
}
