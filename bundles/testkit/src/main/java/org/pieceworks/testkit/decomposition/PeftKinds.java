package org.pieceworks.testkit.decomposition;

import java.util.List;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.peft.bottleneck.Bottleneck;
import org.pieceworks.peft.bottleneck.BottleneckOptions;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Activation;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Placement;
import org.pieceworks.peft.dora.Dora;
import org.pieceworks.peft.dora.DoraOptions;
import org.pieceworks.peft.ia3.Ia3;
import org.pieceworks.peft.ia3.Ia3Options;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;
import org.pieceworks.peft.prefix.PrefixTuning;
import org.pieceworks.peft.prefix.PrefixTuningOptions;
import org.pieceworks.peft.prompt.PromptTuning;
import org.pieceworks.peft.prompt.PromptTuningOptions;
import org.pieceworks.peft.vera.Vera;
import org.pieceworks.peft.vera.VeraOptions;

/** The project's own PEFT types, small and without dropout. */
final class PeftKinds {

  private static final List<String> MODULES =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "down_proj");

  private PeftKinds() {}

  /** LoRA. */
  static ConfiguredPeft<?> lora() {
    return new ConfiguredPeft<>(new Lora(), new LoraOptions(3, 6, 0, MODULES));
  }

  /** Each of them, where it may be at modules with and without heads of attention. */
  static List<ConfiguredPeft<?>> all() {
    return List.of(
        lora(),
        new ConfiguredPeft<>(new Dora(), new DoraOptions(3, 6, 0, MODULES)),
        new ConfiguredPeft<>(new Vera(), new VeraOptions(6, 3, 0, MODULES)),
        new ConfiguredPeft<>(
            new Ia3(), new Ia3Options(List.of("k_proj", "v_proj"), List.of("o_proj", "down_proj"))),
        new ConfiguredPeft<>(
            new Bottleneck(), new BottleneckOptions(Placement.HOULSBY, 6, Activation.GELU)),
        new ConfiguredPeft<>(new PrefixTuning(), new PrefixTuningOptions(4)),
        new ConfiguredPeft<>(new PromptTuning(), new PromptTuningOptions(4)));
  }
}
