package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * The frozen linear map at a site; the model's own tensors, in the precision of its weights.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 */
public record Linear(NDArray weight, Optional<NDArray> bias) {}
