package org.pieceworks.peft.prefix;

import org.pieceworks.api.option.Option;

/** The options of {@link PrefixTuning}. */
public record PrefixTuningOptions(
    @Option(help = "Virtual tokens before every layer's own", value = "10", min = 1, max = 4096)
        int tokens) {}
