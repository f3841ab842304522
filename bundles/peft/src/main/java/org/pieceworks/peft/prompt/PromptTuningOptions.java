package org.pieceworks.peft.prompt;

import org.pieceworks.api.option.Option;

/** The options of {@link PromptTuning}. */
public record PromptTuningOptions(
    @Option(
            help = "Virtual tokens before every text; they count towards the longest sequence",
            value = "20",
            min = 1,
            max = 4096)
        int tokens) {}
