package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.Example;

/**
 * Turns items into token sequences. Fields are first cut to the number of words that the reference
 * allows (368 of a history item, 768 of a query).
 */
abstract sealed class ExampleEncoder permits DecoderExamples, EncoderExamples {

  /** Raised with every change of the tokens that come out. */
  static final int VERSION = 2;

  static final int HISTORY_WORDS = 368;
  static final int QUERY_WORDS = 768;

  private final Map<String, List<Example>> histories = new ConcurrentHashMap<>();

  /** What turns items into sequences for a model. */
  static ExampleEncoder of(Task task, BaseModel model) {
    return model.config() instanceof DecoderConfig decoder
        ? new DecoderExamples(task, model.tokenizer(), decoder)
        : new EncoderExamples(model.tokenizer(), (EncoderConfig) model.config());
  }

  /** A user's history, oldest first, one plain example per item; encoded once. */
  List<Example> history(User user) {
    return histories.computeIfAbsent(
        user.id(), id -> user.history().stream().map(item -> example(item, "user " + id)).toList());
  }

  /** The histories of some users, in their order. */
  List<List<Example>> histories(List<User> users) {
    return users.stream().map(this::history).toList();
  }

  /** All that some users wrote, queries with their gold answers counted in. */
  List<Example> everything(List<User> users) {
    List<Example> examples = new ArrayList<>();
    for (User user : users) {
      examples.addAll(history(user));
      user.queries().forEach(item -> examples.add(example(item, "user " + user.id())));
    }
    return examples;
  }

  /** An item with its answer. */
  abstract Example example(Item item, String where);

  /** What the model must see to score every label as the answer of a query. */
  abstract List<Example> candidates(Item query);
}
