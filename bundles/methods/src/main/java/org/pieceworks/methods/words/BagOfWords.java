package org.pieceworks.methods.words;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;

/**
 * A yardstick for the base model: logistic regression on words and pairs of words, trained on the
 * base users' items, the same for everybody.
 */
@Component(service = Method.class)
public final class BagOfWords implements Method<BagOfWordsOptions> {

  @Override
  public String name() {
    return "bag-of-words";
  }

  @Override
  public String summary() {
    return "Logistic regression on words and pairs of words, trained on the base users; no transformer.";
  }

  @Override
  public Class<BagOfWordsOptions> optionsType() {
    return BagOfWordsOptions.class;
  }

  @Override
  public boolean appliesTo(Task task) {
    return !task.labels().isEmpty();
  }

  @Override
  public Serving prepare(MethodContext context, BagOfWordsOptions options) {
    List<Item> items = new ArrayList<>();
    for (User user : context.base()) {
      items.addAll(user.history());
      items.addAll(user.queries());
    }
    WordClassifier classifier =
        WordClassifier.train(items, context.task().labels(), options, context.seed());
    List<double[][]> scores = new ArrayList<>();
    for (User target : context.targets()) {
      scores.add(
          target.queries().stream()
              .map(query -> classifier.logProbabilities(query.input()))
              .toArray(double[][]::new));
    }
    return new Serving.Scored(scores, Cost.NONE);
  }
}
