package org.pieceworks.encoder.minilm;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.model.TextEmbedder;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;

/**
 * Sentence embeddings, averaged over the items of a history: an item's is the mean of the states of
 * its tokens, scaled to length one, as Sentence Transformers has it.
 */
@Component(service = HistoryEncoder.class)
public final class MiniLmEncoder implements HistoryEncoder<MiniLmOptions> {

  private final TextEmbedder embedder;

  /** Takes what embeds texts. */
  @Activate
  public MiniLmEncoder(@Reference TextEmbedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "minilm";
  }

  @Override
  public String summary() {
    return "Mean of the sentence embeddings that all-MiniLM-L6-v2 gives each history item.";
  }

  @Override
  public String source() {
    return "Reimers and Gurevych, Sentence-BERT, arXiv 1908.10084";
  }

  @Override
  public Class<MiniLmOptions> optionsType() {
    return MiniLmOptions.class;
  }

  @Override
  public Optional<PretrainedModel> reads() {
    return Optional.of(new MiniLm());
  }

  @Override
  public float[][] encode(EncodingContext context, MiniLmOptions options) {
    List<List<String>> texts =
        context.users().stream().map(user -> texts(user, options.items())).toList();
    TextEmbedder.Reading reading = new TextEmbedder.Reading(options.tokens(), true);
    return embedder.means(texts, context.model(), reading, context.progress());
  }

  /** Without the instruction, which says the same of all items. */
  private static List<String> texts(User user, int items) {
    return user.recent(items).stream().map(item -> item.input() + " " + item.output()).toList();
  }
}
