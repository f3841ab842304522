package org.pieceworks.peft.bottleneck;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.pieceworks.api.option.Option;

/** The options of {@link Bottleneck}. */
public record BottleneckOptions(
    @Option(
            help =
                "Houlsby: after attention and after the feed-forward layer; Pfeiffer: the latter",
            value = "pfeiffer")
        Placement placement,
    @Option(help = "Hidden units of an adapter", value = "16", min = 1, max = 65536) int width,
    @Option(help = "What the hidden units do", value = "relu") Activation activation) {

  /** Where adapters stand. */
  public enum Placement {
    /** After attention and after the feed-forward layer (arXiv 1902.00751). */
    HOULSBY,
    /** After the feed-forward layer (arXiv 2005.00247). */
    PFEIFFER;

    List<String> modules() {
      return this == HOULSBY ? List.of("o_proj", "down_proj") : List.of("down_proj");
    }
  }

  /** What hidden units do. */
  public enum Activation {
    /** The positive part. */
    RELU,
    /** Times the normal distribution function. */
    GELU;

    NDArray of(NDArray x) {
      return this == RELU ? x.getNDArrayInternal().relu() : x.getNDArrayInternal().gelu();
    }
  }
}
