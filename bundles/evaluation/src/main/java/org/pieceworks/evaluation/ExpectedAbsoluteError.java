package org.pieceworks.evaluation;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.evaluation.Prediction;
import org.pieceworks.api.option.NoOptions;

/**
 * Mean distance of the expected rating, the mean under the scores of all labels, from the gold
 * rating; where there are no scores, of the answer.
 */
@Component(service = Metric.class)
public final class ExpectedAbsoluteError implements Metric<NoOptions> {

  @Override
  public String name() {
    return "mae_expected";
  }

  @Override
  public String summary() {
    return "Mean distance of the expected rating, the mean under the scores of all labels,"
        + " from the gold rating; where there are no scores, of the answer.";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.kind() == TaskKind.RATING;
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double value(List<Prediction> predictions, Task task, NoOptions options) {
    return Ratings.mae(Ratings.expected(predictions), task);
  }
}
