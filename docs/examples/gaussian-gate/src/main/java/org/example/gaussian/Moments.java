package org.example.gaussian;

import ai.djl.ndarray.NDArray;
import org.pieceworks.api.gating.SlotActivations;

/**
 * First and second moments of users' normalized activations.
 *
 * @param means {@code [members, in]}
 * @param squares {@code [members, in]}
 */
record Moments(NDArray means, NDArray squares) {

  static Moments of(SlotActivations activations) {
    NDArray inputs = SlotActivations.normalize(activations.inputs()); // [members, positions, in]
    NDArray weights = activations.weights().expandDims(1); // [members, 1, positions]
    return new Moments(
        weights.matMul(inputs).squeeze(1), weights.matMul(inputs.square()).squeeze(1));
  }

  /** The variances, drawn towards their mean: {@code [members, in]}. */
  NDArray variances(double shrinkage) {
    NDArray own = squares.sub(means.square()).maximum(0);
    NDArray mean = own.mean(new int[] {1}, true); // [members, 1]
    return own.mul(1 - shrinkage).add(mean.mul(shrinkage)).add(1e-4);
  }
}
