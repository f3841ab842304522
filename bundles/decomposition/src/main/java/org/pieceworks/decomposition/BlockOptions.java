package org.pieceworks.decomposition;

import org.pieceworks.api.option.Option;

/** The options of {@link BlockDecomposition}. */
public record BlockOptions(
    @Option(
            help = "Layers of a block; the last one has those that are left",
            value = "2",
            min = 1,
            max = 1000)
        int layers) {}
