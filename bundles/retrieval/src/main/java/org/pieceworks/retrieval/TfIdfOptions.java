package org.pieceworks.retrieval;

import org.pieceworks.api.option.Option;

/** The options of {@link TfIdfEncoder}. */
public record TfIdfOptions(
    @Option(
            help = "Words that count: the most frequent ones of the base users' histories",
            value = "2000",
            min = 1,
            max = 1000000)
        int words,
    @Option(
            help = "Most recent history items that are read; 0: all",
            value = "0",
            min = 0,
            max = 1000000)
        int items) {}
