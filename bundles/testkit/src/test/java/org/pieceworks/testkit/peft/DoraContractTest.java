package org.pieceworks.testkit.peft;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.dora.Dora;
import org.pieceworks.peft.dora.DoraOptions;

class DoraContractTest extends PeftTypeContract<DoraOptions> {

  @Override
  protected ConfiguredPeft<DoraOptions> peft() {
    return new ConfiguredPeft<>(
        new Dora(), new DoraOptions(3, 6, 0, List.of("k_proj", "o_proj", "down_proj")));
  }
}
