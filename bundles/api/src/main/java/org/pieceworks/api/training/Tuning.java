package org.pieceworks.api.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;

/** How trained parameters take part in a pass. */
@FunctionalInterface
@ConsumerType
public interface Tuning {

  /**
   * The hook over the tensors as they are in a pass, which may be one of some members alone.
   *
   * @param tensors the parameters and the frozen tensors of these members, {@code [members, ...]}
   */
  Adaptation adaptation(Map<String, NDArray> tensors);

  /**
   * What the members' adaptation needs besides the parameters and is not trained: {@code [members,
   * ...]} each, by names of its own. Tensors of members that are kept elsewhere would not fit a
   * pass of some members.
   */
  default Map<String, NDArray> frozen() {
    return Map.of();
  }

  /**
   * The model of a pass: the frozen one, unless tensors of its head are trained. The layers stay as
   * they are.
   */
  default BaseModel model(BaseModel frozen, Map<String, NDArray> tensors) {
    return frozen;
  }
}
