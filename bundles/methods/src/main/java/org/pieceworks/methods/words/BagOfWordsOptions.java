package org.pieceworks.methods.words;

import org.pieceworks.api.option.Option;

/** The options of {@link BagOfWords}. */
public record BagOfWordsOptions(
    @Option(
            help = "Least number of texts that a word must stand in",
            value = "2",
            min = 1,
            max = 1000)
        int minTexts,
    @Option(help = "Passes over the base users' items", value = "20", min = 1, max = 10000)
        int epochs,
    @Option(help = "Peak learning rate of AdaGrad", value = "0.3", min = 0, max = 10)
        double rate) {}
