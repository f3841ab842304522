package org.pieceworks.experiment.trial;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.Serving;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.TrialSettings;

/** A trial's model and what its methods serve its targets with; to be closed. */
public final class ServedTrial implements AutoCloseable {

  private static final double NANOS = 1e9;

  private final Scope scope;
  private final TrialSettings settings;
  private final Personal personal;
  private final AnswerStages answers;
  private final Map<String, Serving.Adapted> servings = new HashMap<>();

  ServedTrial(Scope scope, TrialSettings settings, Path folder) {
    this.scope = scope;
    this.settings = settings;
    Trial trial = new Trial(scope, settings, folder, List.of());
    ServedModel served = trial.served();
    this.personal = trial.personal(served);
    this.answers = trial.answers(served, personal);
  }

  /**
   * What was answered.
   *
   * @param expected on a rating task answered by scores, the mean of the labels under their
   *     probabilities
   * @param seconds that answering took, the model and the adapter being there
   */
  public record Reply(String text, OptionalDouble expected, double seconds) {}

  /** Who is served. */
  public List<User> targets() {
    return scope.split().targets();
  }

  /**
   * Answers one input of a target.
   *
   * @param method one of the trial's, by name
   * @param target among the targets
   * @throws BadInputException if the trial has no such method, or it does not answer with the model
   */
  public synchronized Reply answer(String method, int target, String input, Progress progress) {
    Item query = new Item("", input, "");
    boolean first = !servings.containsKey(method);
    Serving.Adapted adapted = servings.computeIfAbsent(method, this::prepared);
    if (first) {
      // What a method does for the first time takes longer than it takes.
      answers.now(adapted, target, query, progress);
    }
    progress.checkCancelled();
    long start = System.nanoTime();
    Answer answer = answers.now(adapted, target, query, progress);
    double seconds = (System.nanoTime() - start) / NANOS;
    return new Reply(answer.text(), answer.expected(), seconds);
  }

  private Serving.Adapted prepared(String name) {
    Use<Method<?>> method =
        settings.methods().stream()
            .filter(use -> use.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    TrialContext context = new TrialContext(scope, personal, scope.manager());
    return Optional.of(Configured.prepare(method, context))
        .filter(Serving.Adapted.class::isInstance)
        .map(Serving.Adapted.class::cast)
        .orElseThrow(
            () -> BadInputException.of("method", name, "a method that answers with the model"));
  }

  private BadInputException unknown(String name) {
    List<String> names = settings.methods().stream().map(Use::name).toList();
    return BadInputException.of("method", name, Names.oneOf(name, names));
  }

  /** The scores of the offered pieces for a target, by piece number. */
  public synchronized Map<Integer, Float> scores(int target, Progress progress) {
    return personal.scores(target, progress);
  }

  /** History embeddings of any users of the data set, as the trial makes them. */
  public synchronized float[][] embeddings(List<User> users, Progress progress) {
    return personal.embeddings().now(users, progress);
  }

  /** Closes the model. */
  @Override
  public synchronized void close() {
    scope.manager().close();
  }
}
