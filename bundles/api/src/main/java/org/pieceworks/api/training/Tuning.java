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

  /** The hook over the parameters as they are in a step. */
  Adaptation adaptation(Map<String, NDArray> parameters);

  /** The model of a step: the frozen one, unless some of its own tensors are trained. */
  default BaseModel model(BaseModel frozen, Map<String, NDArray> parameters) {
    return frozen;
  }
}
