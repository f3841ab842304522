package org.pieceworks.experiment.trial;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;

/**
 * What was answered.
 *
 * @param expected on a rating task answered by scores, the mean of the labels under their
 *     probabilities
 */
record Answer(String text, OptionalDouble expected) {

  static Answer of(String text) {
    return new Answer(text, OptionalDouble.empty());
  }

  /**
   * The label of the highest score, the first of several.
   *
   * @param scores per label its log-probability, up to a constant
   */
  static Answer of(double[] scores, Task task) {
    int best = 0;
    for (int l = 1; l < scores.length; l++) {
      best = scores[l] > scores[best] ? l : best;
    }
    OptionalDouble expected =
        task.kind() == TaskKind.RATING
            ? OptionalDouble.of(expected(scores, scores[best], task))
            : OptionalDouble.empty();
    return new Answer(task.labels().get(best), expected);
  }

  private static double expected(double[] scores, double highest, Task task) {
    double[] ratings = task.labels().stream().mapToDouble(Double::parseDouble).toArray();
    double sum = 0;
    double weighted = 0;
    for (int l = 0; l < scores.length; l++) {
      double share = Math.exp(scores[l] - highest);
      sum += share;
      weighted += share * ratings[l];
    }
    // Rounding must not carry it off the scale.
    double least = Arrays.stream(ratings).min().orElseThrow();
    double most = Arrays.stream(ratings).max().orElseThrow();
    return Math.max(least, Math.min(most, weighted / sum));
  }
}
