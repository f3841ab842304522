package org.pieceworks.encoder.minilm;

import org.pieceworks.api.option.Option;

/** The options of {@link MiniLmEncoder}. */
public record MiniLmOptions(
    @Option(
            help = "Most recent history items that are read; 0: all",
            value = "0",
            min = 0,
            max = 1000000)
        int items,
    @Option(
            help = "Most tokens of an item; what follows them is left out",
            value = "256",
            min = 3,
            max = 512)
        int tokens) {}
