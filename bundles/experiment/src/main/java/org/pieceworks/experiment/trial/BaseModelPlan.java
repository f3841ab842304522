package org.pieceworks.experiment.trial;

import java.nio.file.Path;
import java.util.Optional;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.experiment.spec.StoppingSettings;

/**
 * Where the base model comes from and how it is adapted.
 *
 * @param checkpoint a Hugging Face checkpoint directory; empty: none
 * @param pretrained one that a plug-in brings; empty: none
 * @param checkpointing whether training computes layers twice instead of keeping them
 * @param embedded the one trained from scratch
 * @param adaptation to the task; empty: none
 */
record BaseModelPlan(
    Optional<Path> checkpoint,
    Optional<PretrainedModel> pretrained,
    Precision precision,
    boolean checkpointing,
    PretrainingOptions embedded,
    Optional<Adaptation> adaptation) {

  /** How the base model is adapted to the task on base users, before its adapter is merged in. */
  record Adaptation(
      ConfiguredPeft<?> peft,
      TrainingOptions training,
      StoppingSettings stopping,
      boolean balanced) {}
}
