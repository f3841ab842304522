package org.pieceworks.peft.vera;

import java.util.List;
import org.pieceworks.api.option.Option;

/** The options of {@link Vera}. */
public record VeraOptions(
    @Option(help = "Rank of the two frozen projections", value = "256", min = 1, max = 65536)
        int rank,
    @Option(help = "Seed of the two frozen projections", value = "0", min = 0, max = 2147483647)
        int projectionSeed,
    @Option(
            help = "Dropout on what the adapter sees, in training",
            value = "0",
            min = 0,
            max = 0.99)
        double dropout,
    @Option(
            help = "Modules that are adapted",
            value = "q_proj,v_proj",
            choices = {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"})
        List<String> modules) {

  /** Copies the modules. */
  public VeraOptions {
    modules = List.copyOf(modules);
  }
}
