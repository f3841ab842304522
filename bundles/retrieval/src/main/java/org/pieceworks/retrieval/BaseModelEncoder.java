package org.pieceworks.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.TextEmbedder;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;

/**
 * The base model's last hidden state, averaged over the tokens of an item and over the items of a
 * history. The paper uses DeBERTa-v3-large; any encoder may take this one's place.
 */
@Component(service = HistoryEncoder.class)
public final class BaseModelEncoder implements HistoryEncoder<BaseModelOptions> {

  private final TextEmbedder embedder;

  /** Takes what embeds texts. */
  @Activate
  public BaseModelEncoder(@Reference TextEmbedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "base-model";
  }

  @Override
  public String summary() {
    return "Mean of the base model's last hidden state over the tokens of each history item.";
  }

  @Override
  public String source() {
    return "After Tan et al., Personalized Pieces, arXiv 2406.10471 (there with DeBERTa-v3-large)";
  }

  @Override
  public Class<BaseModelOptions> optionsType() {
    return BaseModelOptions.class;
  }

  @Override
  public float[][] encode(EncodingContext context, BaseModelOptions options) {
    List<List<String>> texts = new ArrayList<>();
    for (User user : context.users()) {
      texts.add(
          user.recent(options.items()).stream()
              .map(item -> text(item, context.task(), context.model()))
              .toList());
    }
    return embedder.means(texts, context.model(), TextEmbedder.Reading.WHOLE, context.progress());
  }

  /** An encoder has never seen the instruction, which says the same of all items. */
  private static String text(Item item, Task task, BaseModel model) {
    String input = model instanceof Encoder ? item.input() : task.render(item.input());
    return input + " " + item.output();
  }
}
