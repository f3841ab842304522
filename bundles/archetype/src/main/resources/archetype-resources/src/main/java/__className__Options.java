package ${package};

import org.pieceworks.api.option.Option;

/** The options of {@link ${className}}. */
public record ${className}Options(
    @Option(
            help = "Whether each sharer's own adapter is at work while their activations are read",
            value = "true")
        boolean adapted,
    @Option(
            help = "By how much scores are multiplied: the larger, the more the best pieces weigh",
            value = "8",
            min = 0.001,
            max = 1000)
        double sharpness) {}
