package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The one hook of the transformer, called at every site in forward order. Training a bank, gating
 * it, assembling from a pool and serving are implementations; the model never learns what LoRA is.
 */
@FunctionalInterface
@ConsumerType
public interface Adaptation {

  /** Leaves the model as it is. */
  Adaptation NONE = positionwise((site, input, output) -> output);

  /** The same, known to look at each position by itself; see {@link #positionwise()}. */
  static Adaptation positionwise(Adaptation each) {
    return new PositionwiseAdaptation(each);
  }

  /**
   * Returns what the site gives after adaptation.
   *
   * @param input {@code [members, positions, in]}; positions are rows x tokens, row by row, unless
   *     it is {@link #positionwise}
   * @param output the frozen module's own result, {@code [members, positions, out]}; at virtual
   *     sites, where the input is the embedded text or what enters a layer's attention, {@code
   *     [members, 0, out]}
   * @return {@code [members, positions, out]}; at virtual sites {@code [members, virtual, out]},
   *     which is put before every row: embedded tokens at {@link Site#PROMPT}, keys and values side
   *     by side at a prefix
   */
  NDArray apply(Site site, NDArray input, NDArray output);

  /**
   * The same for modules of a layer that see the same input, as its queries, keys and values do:
   * some adaptations are faster for all of them at once.
   *
   * @param sites in forward order, none of them virtual
   * @param outputs what the frozen module gives at each
   * @return what each gives after adaptation
   */
  default List<NDArray> applyAll(List<Site> sites, NDArray input, List<NDArray> outputs) {
    List<NDArray> adapted = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      adapted.add(apply(sites.get(i), input, outputs.get(i)));
    }
    return adapted;
  }

  /**
   * Whether what it gives at a position follows from that position of that site's input and output
   * alone, whatever it saw before. Such an adaptation may be shown some positions only, and the
   * same layer twice.
   */
  default boolean positionwise() {
    return false;
  }

  /**
   * Whether it has seen all that it came for, as one that only looks may have: the model may then
   * stop, and the states that it gives mean nothing.
   */
  default boolean done() {
    return false;
  }
}
