package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One gate per sharer and slot.
 *
 * @param vectors per slot key {@code [sharers, width]}; most gates are as wide as what enters the
 *     slot
 */
public record Gates(Map<String, NDArray> vectors) implements AutoCloseable {

  /** Keeps the order of the slots. */
  public Gates {
    vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
  }

  @Override
  public void close() {
    vectors.values().forEach(NDArray::close);
  }
}
