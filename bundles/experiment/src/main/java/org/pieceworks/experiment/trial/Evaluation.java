package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.evaluation.Prediction;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.spec.Configured;

/** Holds answers against what the targets really answered. */
record Evaluation(Scope scope, List<Use<Metric<?>>> metrics) {

  /** Answers by lot, in result files. */
  static final String CHANCE = "chance";

  private static final String CEILING_POPULATION = "ceiling-population";
  private static final String CEILING_PERSONAL = "ceiling-personal";

  /**
   * Every metric of some answers.
   *
   * @param answers per target the answer to each of its queries
   */
  List<MetricResult> of(List<List<Answer>> answers) {
    List<User> targets = scope.split().targets();
    Task task = scope.dataset().task();
    List<MetricResult> results = new ArrayList<>();
    for (Use<Metric<?>> metric : metrics) {
      List<MetricResult.UserValue> values = new ArrayList<>();
      for (int t = 0; t < targets.size(); t++) {
        List<Prediction> predictions = predictions(targets.get(t), answers.get(t));
        values.add(
            new MetricResult.UserValue(
                targets.get(t).id(), Configured.value(metric, predictions, task)));
      }
      results.add(new MetricResult(metric.name(), metric.plugin().higherIsBetter(), values));
    }
    return results;
  }

  private static List<Prediction> predictions(User target, List<Answer> answers) {
    if (answers.size() < target.queries().size()) {
      throw new IllegalStateException(
          "user %s has %d queries but %d answers"
              .formatted(target.id(), target.queries().size(), answers.size()));
    }
    List<Prediction> predictions = new ArrayList<>();
    for (int q = 0; q < target.queries().size(); q++) {
      String gold = PromptText.read(target.queries().get(q).output());
      Answer answer = answers.get(q);
      predictions.add(new Prediction(gold, PromptText.read(answer.text()), answer.expected()));
    }
    return predictions;
  }

  /** What needs no model: chance where answers are labels, ceilings where the truth is known. */
  List<MethodResult> levels() {
    List<MethodResult> levels = new ArrayList<>();
    if (!scope.dataset().task().labels().isEmpty()) {
      levels.add(level(CHANCE, chance()));
    }
    Optional<Truth> truth = scope.dataset().truth();
    truth.ifPresent(
        known -> {
          levels.add(level(CEILING_POPULATION, answers(known.populationAnswers())));
          levels.add(level(CEILING_PERSONAL, answers(known.personalAnswers())));
        });
    return levels;
  }

  private MethodResult level(String name, List<List<String>> answers) {
    List<List<Answer>> plain =
        answers.stream().map(own -> own.stream().map(Answer::of).toList()).toList();
    return new MethodResult(name, Optional.empty(), of(plain));
  }

  /** A label by lot for every query. */
  private List<List<String>> chance() {
    List<String> labels = scope.dataset().task().labels();
    SplittableRandom random = new SplittableRandom(scope.seed(CHANCE));
    List<List<String>> answers = new ArrayList<>();
    for (User target : scope.split().targets()) {
      answers.add(
          target.queries().stream().map(q -> labels.get(random.nextInt(labels.size()))).toList());
    }
    return answers;
  }

  private List<List<String>> answers(Map<String, List<String>> byUser) {
    return scope.split().targets().stream().map(target -> byUser.get(target.id())).toList();
  }
}
