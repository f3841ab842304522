package org.pieceworks.gating.prototype;

import org.pieceworks.api.option.Option;

/** The options of {@link PrototypeGating}. */
public record PrototypeOptions(
    @Option(
            help = "Whether each sharer's own adapter is at work while their activations are read",
            value = "true")
        boolean adapted,
    @Option(
            help =
                "Whether the mean of the offered gates is taken off activations and gates before scoring",
            value = "false")
        boolean centring) {}
