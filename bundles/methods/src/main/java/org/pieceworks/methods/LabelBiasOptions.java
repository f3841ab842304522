package org.pieceworks.methods;

import java.util.Optional;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.option.Option;

/** The options of methods that may know a user's labels beside their adapter. */
public record LabelBiasOptions(
    @Option(
            help =
                "On tasks with labels, also shift their scores by how often the user gave each, as"
                    + " user-prior does",
            value = "false")
        boolean labelBias) {

  private static final double PSEUDO_ITEMS = 10;

  /** The targets' biases, where they are wanted and the task has labels. */
  Optional<double[][]> bias(MethodContext context) {
    return labelBias && !context.task().labels().isEmpty()
        ? Optional.of(LabelFrequencies.of(context).bias(context.targets(), PSEUDO_ITEMS))
        : Optional.empty();
  }
}
