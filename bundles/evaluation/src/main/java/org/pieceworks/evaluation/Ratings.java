package org.pieceworks.evaluation;

import java.util.List;
import java.util.Map;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.evaluation.Prediction;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.evaluation.metrics.MetricTarget;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.evaluation.RegressionMetrics;
import org.tribuo.regression.evaluation.RegressionSufficientStatistics;

/** Rating predictions as Tribuo's regression evaluation sees them. */
final class Ratings {

  private static final String DIMENSION = "rating";
  private static final MetricTarget<Regressor> TARGET =
      new MetricTarget<>(new Regressor(DIMENSION, 0));

  private Ratings() {}

  /** Predictions whose answers are their expected values, where they have one. */
  static List<Prediction> expected(List<Prediction> predictions) {
    return predictions.stream()
        .map(
            p ->
                p.expected().isPresent()
                    ? new Prediction(p.gold(), String.valueOf(p.expected().getAsDouble()))
                    : p)
        .toList();
  }

  static double mae(List<Prediction> predictions, Task task) {
    return RegressionMetrics.mae(TARGET, statistics(predictions, task));
  }

  static double rmse(List<Prediction> predictions, Task task) {
    return RegressionMetrics.rmse(TARGET, statistics(predictions, task));
  }

  private static RegressionSufficientStatistics statistics(
      List<Prediction> predictions, Task task) {
    ImmutableOutputInfo<Regressor> domain =
        new RegressionFactory()
            .constructInfoForExternalModel(Map.of(new Regressor(DIMENSION, 0), 0));
    List<org.tribuo.Prediction<Regressor>> pairs =
        predictions.stream().map(p -> pair(p, task)).toList();
    return new RegressionSufficientStatistics(domain, pairs, false);
  }

  private static org.tribuo.Prediction<Regressor> pair(Prediction prediction, Task task) {
    double gold = Double.parseDouble(Answers.normalize(prediction.gold()));
    double answer = Answers.rating(prediction.answer(), gold, task);
    return new org.tribuo.Prediction<>(
        new Regressor(DIMENSION, answer), 0, new ArrayExample<>(new Regressor(DIMENSION, gold)));
  }
}
