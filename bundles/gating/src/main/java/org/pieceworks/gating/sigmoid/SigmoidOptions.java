package org.pieceworks.gating.sigmoid;

import org.pieceworks.api.option.Option;
import org.pieceworks.api.training.TrainingOptions;

/** The options of {@link SigmoidGating}; the defaults are the reference's. */
public record SigmoidOptions(
    @Option(help = "Peak learning rate", value = "2e-5", min = 0, max = 10) double rate,
    @Option(help = "Decoupled weight decay", value = "0", min = 0, max = 10) double weightDecay,
    @Option(help = "Examples a step and sharer", value = "6", min = 1, max = 65536) int batch,
    @Option(help = "Passes over the examples", value = "2", min = 1, max = 100000) int epochs,
    @Option(
            help = "Exactly this many steps; 0: epochs alone decide",
            value = "200",
            min = 0,
            max = 10000000)
        int maxSteps,
    @Option(
            help = "Global norm to which each sharer's gradient is clipped",
            value = "0.3",
            min = 0,
            max = 1e9)
        double clip,
    @Option(
            help =
                "Where training starts: at zero as in the paper, or at the mean of the sharer's normalized activations over the root of the width",
            value = "zero")
        Start start,
    @Option(
            help =
                "Whether gates carry their sharer's mean activation, and the mean of the offered ones is taken off before scoring",
            value = "false")
        boolean centring) {

  /** What a gate is before it is trained. */
  public enum Start {
    /** Nothing: every adapter acts by half. */
    ZERO,
    /** The direction of the sharer's mean normalized activation. */
    PROTOTYPE
  }

  TrainingOptions training() {
    return new TrainingOptions(
        rate,
        weightDecay,
        batch,
        epochs,
        maxSteps,
        clip,
        TrainingOptions.Schedule.COSINE,
        0.9,
        0.95,
        1e-8);
  }
}
