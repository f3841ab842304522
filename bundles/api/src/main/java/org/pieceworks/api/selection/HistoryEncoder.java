package org.pieceworks.api.selection;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.model.PretrainedModel;

/** Turns a user's history into one vector. */
@ConsumerType
public interface HistoryEncoder<O extends Record> extends Plugin<O> {

  /** The model that it reads with; empty: the base model. */
  default Optional<PretrainedModel> reads() {
    return Optional.empty();
  }

  /** Whether its vectors depend on the base users' histories. */
  default boolean readsBase() {
    return false;
  }

  /**
   * One embedding per user, all of one width; a user's does not depend on who else is embedded.
   *
   * @return {@code [users][width]}
   * @throws org.pieceworks.api.BadInputException if the base users do not allow it
   */
  float[][] encode(EncodingContext context, O options);
}
