package org.pieceworks.gating.linear;

import org.pieceworks.api.option.Option;

/** The options of {@link LinearGating}. */
public record LinearOptions(
    @Option(help = "Passes over the activations", value = "5", min = 1, max = 10000) int epochs,
    @Option(help = "Learning rate of AdaGrad", value = "0.1", min = 1e-6, max = 100) double rate,
    @Option(
            help =
                "Weight of half the squared norm of the gates, against the mean loss of an activation",
            value = "0.01",
            min = 0,
            max = 1e6)
        double regularisation,
    @Option(
            help = "Most activations a sharer and slot, evenly spaced where there are more; 0: all",
            value = "100",
            min = 0,
            max = 10000000)
        int activations) {}
