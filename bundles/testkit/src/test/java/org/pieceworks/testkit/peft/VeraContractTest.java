package org.pieceworks.testkit.peft;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.vera.Vera;
import org.pieceworks.peft.vera.VeraOptions;

class VeraContractTest extends PeftTypeContract<VeraOptions> {

  @Override
  protected ConfiguredPeft<VeraOptions> peft() {
    return new ConfiguredPeft<>(
        new Vera(), new VeraOptions(12, 3, 0, List.of("q_proj", "v_proj", "down_proj")));
  }
}
