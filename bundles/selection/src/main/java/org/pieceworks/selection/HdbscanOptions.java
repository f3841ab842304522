package org.pieceworks.selection;

import org.pieceworks.api.option.Option;

/** The options of {@link HdbscanSelection}. */
public record HdbscanOptions(
    @Option(help = "Fewest users that are a cluster", value = "5", min = 2, max = 1000000)
        int minClusterSize,
    @Option(
            help =
                "Neighbours, the user counted in, whose distance says how dense a place is: the"
                    + " more, the more users are noise",
            value = "5",
            min = 1,
            max = 1000000)
        int neighbours) {}
