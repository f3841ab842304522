package org.pieceworks.api.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;

/**
 * Trains stacked tensors of many members in one step each, the base model frozen. Every member has
 * its own loss (mean cross-entropy over its labelled tokens), its own clipping and its own learning
 * rate, so that training together equals training alone.
 */
@ProviderType
public interface BankTrainer {

  /**
   * Trains in place.
   *
   * @param examples per member
   * @param parameters what is trained, each {@code [members, ...]}, changed in place
   * @param tuning how the parameters take part, as they are in a step
   * @return losses and norms
   */
  TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      long seed,
      Progress progress);

  /**
   * Trains in place until it no longer helps.
   *
   * @param stopping looks at the held-back loss, after the last step too
   * @return losses and norms of the steps that were taken
   */
  TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      EarlyStopping stopping,
      long seed,
      Progress progress);

  /**
   * Trains in place along given steps.
   *
   * @param afterStep sees the gradients (unclipped) of each step by parameter name
   */
  TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      List<TrainingStep> steps,
      Consumer<Map<String, NDArray>> afterStep,
      Progress progress);

  /**
   * Mean loss of every member over its labelled tokens, without training.
   *
   * @return {@code [members]}
   */
  double[] loss(BaseModel model, List<List<Example>> examples, Adaptation adaptation);
}
