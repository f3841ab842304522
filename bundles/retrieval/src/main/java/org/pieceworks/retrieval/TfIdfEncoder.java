package org.pieceworks.retrieval;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.User;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;

/** A control without a model: the words of a history, weighted by how telling they are. */
@Component(service = HistoryEncoder.class)
public final class TfIdfEncoder implements HistoryEncoder<TfIdfOptions> {

  @Override
  public String name() {
    return "tf-idf";
  }

  @Override
  public String summary() {
    return "Control: TF-IDF over the words of a history, fitted on the base users; no model.";
  }

  @Override
  public String source() {
    return "Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988";
  }

  @Override
  public Class<TfIdfOptions> optionsType() {
    return TfIdfOptions.class;
  }

  @Override
  public boolean readsBase() {
    return true;
  }

  @Override
  public float[][] encode(EncodingContext context, TfIdfOptions options) {
    TfIdf weights = TfIdf.fit(counts(context.base(), options), options.words());
    if (weights.width() == 0) {
      throw BadInputException.of(
          "sharers: encoder tf-idf",
          context.base().size() + " base users without a word in their histories",
          "at least one with words; raise split.base or choose another encoder");
    }
    float[][] vectors = new float[context.users().size()][];
    for (int u = 0; u < vectors.length; u++) {
      context.progress().checkCancelled();
      vectors[u] = weights.vector(WordCounts.of(context.users().get(u).recent(options.items())));
    }
    return vectors;
  }

  private static List<WordCounts> counts(List<User> users, TfIdfOptions options) {
    return users.stream().map(user -> WordCounts.of(user.recent(options.items()))).toList();
  }
}
