package org.pieceworks.experiment.spec;

import org.pieceworks.api.option.Option;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.experiment.option.Use;

/** Task adaptation on the base users; what is trained is merged into the weights. */
public record AdaptationSettings(
    @Option(help = "Whether the base model is adapted to the task", value = "true") boolean enabled,
    @Option(help = "PEFT type that is trained and merged", value = "lora") Use<PeftType<?>> peft,
    @Option(help = "How it is trained") TrainingOptions training,
    @Option(help = "When training ends early") StoppingSettings stopping,
    @Option(
            help =
                "Whether an encoder learns each label with the same weight, however rare; plain"
                    + " weights serve accuracy better",
            value = "false")
        boolean balanced) {

  /** The PEFT type with its options. */
  public ConfiguredPeft<?> configuredPeft() {
    return Configured.peft(peft);
  }
}
