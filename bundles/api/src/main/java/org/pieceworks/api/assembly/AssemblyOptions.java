package org.pieceworks.api.assembly;

import org.pieceworks.api.option.Option;
import org.pieceworks.api.peft.MergeForm;

/** How pieces are chosen and weighted for a target user (Per-Pcs, section 3.3). */
public record AssemblyOptions(
    @Option(
            help = "Pieces chosen per slot; more than are offered means all",
            value = "3",
            min = 1,
            max = 100000)
        int topK,
    @Option(
            help = "Temperature of the weights' softmax over the chosen scores",
            value = "1",
            min = 1e-6,
            max = 1e6)
        double temperature,
    @Option(
            help = "Nucleus: choose instead the fewest pieces whose softmax reaches this; 0: off",
            value = "0",
            min = 0,
            max = 1)
        double topP,
    @Option(help = "Temperature of the nucleus' softmax", value = "1", min = 1e-6, max = 1e6)
        double nucleusTemperature,
    @Option(
            help =
                "Draw the chosen pieces without replacement from this many of the best; 0: take the best",
            value = "0",
            min = 0,
            max = 100000)
        int sample,
    @Option(help = "Temperature of the draw's softmax", value = "1", min = 1e-6, max = 1e6)
        double sampleTemperature,
    @Option(
            help =
                "How far a choice of sharers reaches: each slot by itself, the same module in all layers, or all slots; the last two go by scores averaged over their slots",
            value = "slot")
        ChoiceScope choice,
    @Option(help = "How weighted pieces become one adapter", value = "product") MergeForm form,
    @Option(help = "Most recent history items read; 0: all", value = "0", min = 0, max = 1000000)
        int history,
    @Option(
            help =
                "Rows a batch, each with a selection of its own, averaged with equal weight as the reference does; 0: one exact selection over the whole history",
            value = "0",
            min = 0,
            max = 1000000)
        int batch,
    @Option(
            help =
                "How pieces are found: every one is scored, or only those that a graph of near gates leads to; for very large pools, and gates whose score is a product",
            value = "exact")
        PieceSearch search,
    @Option(
            help =
                "Pieces a slot that a search finds for the choice, at least as many as are chosen",
            value = "100",
            min = 1,
            max = 100000)
        int found) {

  /** Options with exact search. */
  public AssemblyOptions(
      int topK,
      double temperature,
      double topP,
      double nucleusTemperature,
      int sample,
      double sampleTemperature,
      ChoiceScope choice,
      MergeForm form,
      int history,
      int batch) {
    this(
        topK,
        temperature,
        topP,
        nucleusTemperature,
        sample,
        sampleTemperature,
        choice,
        form,
        history,
        batch,
        PieceSearch.EXACT,
        100);
  }
}
