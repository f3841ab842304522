package org.example.gaussian;

import org.pieceworks.api.option.Option;

/** The options of {@link GaussianGating}. */
public record GaussianOptions(
    @Option(
            help = "Whether each sharer's own adapter is at work while their activations are read",
            value = "true")
        boolean adapted,
    @Option(
            help = "How far each variance is drawn towards the sharer's mean variance",
            value = "0.1",
            min = 0.001,
            max = 1)
        double shrinkage,
    @Option(
            help = "By how much scores are multiplied: the larger, the more the best pieces weigh",
            value = "10",
            min = 0.001,
            max = 1000)
        double sharpness) {}
