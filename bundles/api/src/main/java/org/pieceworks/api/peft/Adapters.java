package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;

/**
 * The adapters of one PEFT type on one base model. What it holds besides lives as long as the
 * model.
 */
@ConsumerType
public interface Adapters {

  /**
   * A fresh bank. All members start from the same random numbers, so that their tensors can be
   * averaged.
   */
  Bank create(int members, long seed, NDManager manager);

  /**
   * What an adapter adds to a module, at each position by that position alone, or which virtual
   * tokens it puts before the text.
   *
   * @param tensors one site of a bank, each {@code [members, ...]}
   * @param input what the adapter sees, {@code [members, positions, in]}
   * @param output the frozen module's own result, {@code [members, positions, out]}
   * @param training whether dropout is on
   * @return {@code [members, positions, out]}; at virtual sites {@code [members, virtual, out]}
   */
  NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training);

  /**
   * What adapters add at modules that see the same input, each times its factor. An override may
   * share work between them, or apply a factor where it costs least; it gives the same numbers.
   *
   * @param places at least one, none of them virtual
   * @param input {@code [members, positions, in]}
   * @return of each place, {@code [members, positions, out]}
   */
  default List<NDArray> changes(List<Place> places, NDArray input, boolean training) {
    List<NDArray> changes = new ArrayList<>();
    for (Place place : places) {
      NDArray change = change(place.site(), place.tensors(), input, place.output(), training);
      changes.add(place.factor() == null ? change : change.mul(place.factor()));
    }
    return changes;
  }

  /**
   * The tensors of an adapter that changes nothing, {@code [1, ...]} each; of virtual tokens,
   * zeros.
   */
  Map<String, NDArray> neutral(Site site, NDManager manager);

  /**
   * Merges weighted adapters into one for each target.
   *
   * @param tensors one site of a bank of {@code pieces}, each {@code [pieces, ...]}
   * @param index which pieces, {@code [targets, k]}, int64
   * @param weights how much of each, {@code [targets, k]}; a weight of zero takes no part
   * @return the site's tensors, each {@code [targets, ...]}
   */
  Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form);

  /**
   * The dense change of the frozen weight that equals the adapter.
   *
   * @return {@code [members, out, in]}
   * @throws UnsupportedOperationException if the form is not mergeable
   */
  NDArray delta(Site site, Map<String, NDArray> tensors);

  /** What the adapted site gives: {@code [members, positions, out]}. */
  default NDArray apply(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    NDArray change = change(site, tensors, input, output, training);
    return site.virtual() ? change : output.add(change);
  }

  /** A bank as an adaptation of the model; sites without tensors stay as they are. */
  default Adaptation adaptation(Bank bank, boolean training) {
    return new BankAdaptation(this, bank, training);
  }
}
