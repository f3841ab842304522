package org.pieceworks.api.training;

import org.pieceworks.api.option.Option;

/**
 * The embedded base model: a tiny decoder and its training from scratch on the base users' text.
 */
public record PretrainingOptions(
    @Option(help = "Width of the hidden state", value = "64", min = 8, max = 8192) int width,
    @Option(help = "Layers", value = "4", min = 1, max = 200) int layers,
    @Option(help = "Attention heads", value = "4", min = 1, max = 256) int heads,
    @Option(
            help = "Key/value heads; fewer than heads is grouped-query attention",
            value = "4",
            min = 1,
            max = 256)
        int keyValueHeads,
    @Option(help = "Width of the feed-forward layer", value = "168", min = 8, max = 65536)
        int feedForward,
    @Option(help = "Most tokens of the vocabulary", value = "640", min = 259, max = 262144)
        int vocabulary,
    @Option(help = "Longest sequence in tokens", value = "256", min = 8, max = 131072)
        int maxPositions,
    @Option(help = "Training steps", value = "700", min = 1, max = 10000000) int steps,
    @Option(help = "Sequences a step", value = "64", min = 1, max = 65536) int batch,
    @Option(help = "Peak learning rate", value = "3e-3", min = 0, max = 10) double rate,
    @Option(help = "Decoupled weight decay", value = "0.1", min = 0, max = 10) double weightDecay,
    @Option(
            help = "Share of the steps, at the end, whose loss is on answers only",
            value = "0.3",
            min = 0,
            max = 1)
        double answersOnly,
    @Option(
            help =
                "Share of the texts held back: the model of the lowest loss on them is kept, and"
                    + " training stops when it has not fallen for a fifth of the steps; 0: none",
            value = "0",
            min = 0,
            max = 0.5)
        double heldBack) {}
