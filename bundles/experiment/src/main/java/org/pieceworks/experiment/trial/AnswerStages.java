package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.method.Serving;
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

  private boolean byScores() {
    boolean labels = !scope.dataset().task().labels().isEmpty();
    boolean encoder = served.model() instanceof Encoder;
    return encoder || labels && settings.by() == AnswerSettings.By.SCORES;
  }

  private List<double[][]> shifted(List<double[][]> scores, Serving.Adapted adapted) {
    double[] calibration = calibration();
    List<double[][]> shifted = new ArrayList<>();
    for (int t = 0; t < scores.size(); t++) {
      double[] shift = calibration.clone();
      if (adapted.labelBias().isPresent()) {
        double[] bias = adapted.labelBias().get()[t];
        Arrays.setAll(shift, l -> calibration[l] + bias[l]);
      }
      shifted.add(
          Arrays.stream(scores.get(t)).map(row -> sum(row, shift)).toArray(double[][]::new));
    }
    return shifted;
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
