package org.pieceworks.testkit.peft;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.ia3.Ia3;
import org.pieceworks.peft.ia3.Ia3Options;

class Ia3ContractTest extends PeftTypeContract<Ia3Options> {

  @Override
  protected ConfiguredPeft<Ia3Options> peft() {
    return new ConfiguredPeft<>(
        new Ia3(), new Ia3Options(List.of("k_proj", "v_proj"), List.of("down_proj")));
  }
}
