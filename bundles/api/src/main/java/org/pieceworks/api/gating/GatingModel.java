package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.peft.AdapterForm;

/** Makes a gate for every piece, and scores pieces for a target by their gates. */
@ConsumerType
public interface GatingModel<O extends Record> extends Plugin<O> {

  /** Why it does not suit adapters of a form, and what does; empty: it suits them. */
  default Optional<Unsuited> unsuited(AdapterForm form, O options) {
    return Optional.empty();
  }

  /** Makes the gates of all sharers. */
  Gates fit(GateFitting fitting, O options);

  /**
   * How well each offered piece suits each target; higher is better. The scale is the model's own
   * (a cosine, a logit, minus a loss): the temperature of the assembly divides it before the
   * softmax that makes weights of it.
   *
   * @param gates of the offered pieces, {@code [pieces, width]}
   * @param activations the targets' histories at the slot, all earlier slots already assembled
   * @return {@code [targets, pieces]}
   */
  NDArray score(NDArray gates, SlotActivations activations, Scoring scoring, O options);

  /**
   * What near gates are searched by: vectors whose inner products with the layer-normalized gates
   * ({@link SlotActivations#normalize}) rank the pieces as their scores do, whatever else is
   * offered.
   *
   * @return {@code [targets, width]}; empty: its scores are no such products, and every piece has
   *     to be scored
   */
  default Optional<NDArray> queries(SlotActivations activations, O options) {
    return Optional.empty();
  }

  /** Whether it takes all pieces, whatever the top-k of the assembly (the uniform control). */
  default boolean takesAll() {
    return false;
  }

  /**
   * Whether the gates of a sharer depend on that sharer alone, so that a trial may make them once
   * for any number of sharers: it then fits candidates in the stacks that their adapters are
   * trained in, chosen or not.
   */
  default boolean independent() {
    return false;
  }
}
