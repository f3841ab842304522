package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.experiment.spec.AnswerSettings;

/**
 * Answers the targets' queries: where the task has labels by the label of the highest score, else
 * in words of the model's own.
 */
record AnswerStages(
    Scope scope,
    ServedModel served,
    BoundPeft peft,
    AnswerSettings settings,
    GenerationOptions generation) {

  /** Per target the answer to each of its queries. */
  List<List<Answer>> of(String method, Serving serving) {
    if (serving instanceof Serving.Scored scored) {
      return read(scored.scores());
    }
    Serving.Adapted adapted = (Serving.Adapted) serving;
    if (byScores()) {
      List<double[][]> scores = new LabelScores(scope, served, peft).of(adapted.bank());
      return read(shifted(scores, adapted));
    }
    if (adapted.labelBias().isPresent()) {
      throw BadInputException.of(
          "answers.by", "generation", "scores, since method " + method + " shifts them");
    }
    return new GeneratedAnswers(scope, served, peft, generation)
        .of(adapted.bank()).stream()
            .map(answers -> answers.stream().map(Answer::of).toList())
            .toList();
  }

  /** What a method answers a target now; nothing of it is kept. */
  Answer now(Serving.Adapted adapted, int target, Item query, Progress progress) {
    if (!byScores()) {
      return Answer.of(
          new GeneratedAnswers(scope, served, peft, generation)
              .now(adapted.bank(), target, query, progress));
    }
    Task task = scope.dataset().task();
    try (NDManager manager = scope.manager().newSubManager()) {
      int[] member = {target};
      Adaptation adaptation =
          adapted
              .bank()
              .map(all -> peft.adapters().adaptation(all.select(member, manager), false))
              .orElse(Adaptation.NONE);
      double[] scores =
          new LabelScorer(served, task.labels().size())
              .score(List.of(List.of(query)), adaptation, progress)
              .get(0)[0];
      return Answer.of(sum(scores, shift(adapted, target, calibration())), task);
    }
  }

  private boolean byScores() {
    boolean labels = !scope.dataset().task().labels().isEmpty();
    boolean encoder = served.model() instanceof Encoder;
    return encoder || labels && settings.by() == AnswerSettings.By.SCORES;
  }

  private List<double[][]> shifted(List<double[][]> scores, Serving.Adapted adapted) {
    double[] calibration = calibration();
    List<double[][]> shifted = new ArrayList<>();
    for (int t = 0; t < scores.size(); t++) {
      double[] shift = shift(adapted, t, calibration);
      shifted.add(
          Arrays.stream(scores.get(t)).map(row -> sum(row, shift)).toArray(double[][]::new));
    }
    return shifted;
  }

  private static double[] shift(Serving.Adapted adapted, int target, double[] calibration) {
    return adapted.labelBias().map(bias -> sum(calibration, bias[target])).orElse(calibration);
  }

  /** An encoder's head was trained on the labels' own shares; a decoder has its favourite words. */
  private double[] calibration() {
    boolean wanted = settings.calibrated() && !(served.model() instanceof Encoder);
    return wanted
        ? new Calibration(scope, served).shift()
        : new double[scope.dataset().task().labels().size()];
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = new double[one.length];
    Arrays.setAll(sum, l -> one[l] + other[l]);
    return sum;
  }

  private List<List<Answer>> read(List<double[][]> scores) {
    Task task = scope.dataset().task();
    return scores.stream()
        .map(rows -> Arrays.stream(rows).map(row -> Answer.of(row, task)).toList())
        .toList();
  }
}
