package org.pieceworks.methods;

import org.pieceworks.api.option.Option;

/** The options of {@link UserPrior}. */
public record UserPriorOptions(
    @Option(
            help = "Smoothing: as if so many more items of the user had the base users' labels",
            value = "10",
            min = 0.001,
            max = 1e6)
        double pseudoItems) {}
