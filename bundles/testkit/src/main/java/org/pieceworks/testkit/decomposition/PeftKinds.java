package org.pieceworks.testkit.decomposition;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;

/** The project's own PEFT types, small and without dropout. */
final class PeftKinds {

  private PeftKinds() {}

  /** Each of them, at modules with and without heads of attention. */
  static List<ConfiguredPeft<?>> all() {
    return List.of(
        new ConfiguredPeft<>(
            new Lora(),
            new LoraOptions(
                3, 6, 0, List.of("q_proj", "k_proj", "v_proj", "o_proj", "down_proj"))));
  }
}
