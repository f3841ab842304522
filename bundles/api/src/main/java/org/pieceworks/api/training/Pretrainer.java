package org.pieceworks.api.training;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;

/** Trains all weights of a base model. */
@ProviderType
public interface Pretrainer {

  /**
   * Trains on next-token prediction over whole sequences and, for the last share of steps, over the
   * labelled tokens only. Where the options hold back some of the examples, the model of the lowest
   * loss on them is returned.
   *
   * @return a new model; the one given is left as it is
   */
  BaseModel pretrain(
      BaseModel model,
      List<Example> examples,
      PretrainingOptions options,
      long seed,
      Progress progress);
}
