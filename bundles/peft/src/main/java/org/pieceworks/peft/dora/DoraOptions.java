package org.pieceworks.peft.dora;

import java.util.List;
import org.pieceworks.api.option.Option;

/** The options of {@link Dora}. */
public record DoraOptions(
    @Option(help = "Rank of the two factors", value = "8", min = 1, max = 4096) int rank,
    @Option(
            help = "Strength: the change of the direction is scaled by alpha / rank",
            value = "8",
            min = 0,
            max = 1e6)
        double alpha,
    @Option(
            help = "Dropout on what the two factors see, in training",
            value = "0.05",
            min = 0,
            max = 0.99)
        double dropout,
    @Option(
            help = "Modules that are adapted",
            value = "q_proj,k_proj,v_proj,o_proj",
            choices = {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"})
        List<String> modules) {

  /** Copies the modules. */
  public DoraOptions {
    modules = List.copyOf(modules);
  }

  double scale() {
    return alpha / rank;
  }
}
