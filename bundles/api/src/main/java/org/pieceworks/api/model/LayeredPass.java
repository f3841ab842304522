package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A batch's way to {@link BaseModel#labelStates} a layer at a time, so that a layer can be taken
 * twice: training that keeps only what enters a layer computes the layer again on its way back
 * (activation checkpointing, arXiv 1604.06174). Adaptations are {@linkplain Adaptation#positionwise
 * positionwise}.
 */
@ProviderType
public interface LayeredPass {

  /**
   * What enters the first layer: {@code [members, positions, width]}, virtual tokens among them.
   */
  NDArray embedded(Adaptation adaptation);

  /** How many layers there are. */
  int layers();

  /**
   * What leaves a layer.
   *
   * @param states what enters it; the result belongs to its manager
   */
  NDArray layer(int layer, NDArray states, Adaptation adaptation);

  /**
   * The states that labels are predicted from.
   *
   * @param states what leaves the last layer
   * @return {@code [labels, width]}
   */
  NDArray labelStates(NDArray states);
}
