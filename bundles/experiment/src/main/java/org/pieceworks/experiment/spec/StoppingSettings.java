package org.pieceworks.experiment.spec;

import org.pieceworks.api.option.Option;

/** When the task adaptation ends early: what is kept did best on users it was not trained on. */
public record StoppingSettings(
    @Option(
            help = "Share of the base users held back; 0: training takes all and goes to its end",
            value = "0",
            min = 0,
            max = 0.9)
        double heldBack,
    @Option(
            help = "Steps between two looks at the held-back loss",
            value = "25",
            min = 1,
            max = 1e6)
        int every,
    @Option(help = "Looks without a gain before training ends", value = "4", min = 1, max = 1e6)
        int patience) {}
