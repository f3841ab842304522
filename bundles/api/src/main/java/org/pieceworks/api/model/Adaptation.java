package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The one hook of the transformer, called at every site in forward order. Training a bank, gating
 * it, assembling from a pool and serving are implementations; the model never learns what LoRA is.
 */
@FunctionalInterface
@ConsumerType
public interface Adaptation {

  /** Leaves the model as it is. */
  Adaptation NONE = (site, input, output) -> output;

  /**
   * Returns what the site gives after adaptation.
   *
   * @param input {@code [members, positions, in]}; positions are rows x tokens, row by row
   * @param output the frozen module's own result, {@code [members, positions, out]}; at virtual
   *     sites, where the input is the embedded text or what enters a layer's attention, {@code
   *     [members, 0, out]}
   * @return {@code [members, positions, out]}; at virtual sites {@code [members, virtual, out]},
   *     which is put before every row: embedded tokens at {@link Site#PROMPT}, keys and values side
   *     by side at a prefix
   */
  NDArray apply(Site site, NDArray input, NDArray output);
}
