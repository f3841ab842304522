package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;

/**
 * What a gating model may use to make the gates of some sharers: their adapted models, never their
 * text.
 */
@ProviderType
public interface GateFitting {

  /** The slots, in forward order. */
  List<Slot> slots();

  /** What the sharers' adapters are made of. */
  AdapterForm form();

  /** The sharers' pieces at a slot, {@code [sharers, ...]} each; not to be changed. */
  Bank pieces(Slot slot);

  /** How many sharers. */
  int sharers();

  /** Holds the gates that are returned. */
  NDManager manager();

  /** For every random choice. */
  long seed();

  /** Reports, and stops when asked. */
  Progress progress();

  /**
   * Runs the sharers' histories through the model and shows what arrives at each slot.
   *
   * @param adapted whether each sharer's own adapter is at work
   * @param visitor called for every slot of a group of sharers, then for the next group: groups are
   *     consecutive runs of sharers, in order
   */
  void visitActivations(boolean adapted, BiConsumer<Slot, SlotActivations> visitor);

  /**
   * Trains gate parameters with the base model and the adapters frozen.
   *
   * @param parameters per slot key {@code [sharers, ...]}, changed in place
   * @param gated builds from the parameters how far each piece acts: for a slot's key and the input
   *     of its gate site {@code [sharers, positions, in]} the factor {@code [sharers, positions,
   *     1]} by which what the slot's pieces add is multiplied
   */
  TrainingLog train(
      Map<String, NDArray> parameters,
      Function<Map<String, NDArray>, GateFactor> gated,
      TrainingOptions options);

  /** What a gate makes of an activation. */
  @FunctionalInterface
  interface GateFactor {

    /**
     * The factor for the adapters of a slot.
     *
     * @param input {@code [members, positions, in]} at the slot's gate site
     * @return {@code [members, positions, 1]}
     */
    NDArray at(String slot, NDArray input);

    /** The factors of slots whose gate sites see the same input, in their order. */
    default List<NDArray> at(List<String> slots, NDArray input) {
      return slots.stream().map(slot -> at(slot, input)).toList();
    }
  }
}
