package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.api.model.TokenBatch;

/**
 * What gates read of the histories in a batch: of a decoder's, the positions where labels are
 * predicted; of an encoder's, the mean over each item's tokens. Members with fewer readings than
 * others get some of weight zero.
 */
public sealed interface Readings permits LabelReadings, TextReadings {

  /** The readings of a batch that holds all rows of its members. */
  static Readings of(TokenBatch batch, List<? extends List<Example>> examples, NDManager manager) {
    return of(batch, examples, rows(examples), manager);
  }

  /**
   * The readings of a batch.
   *
   * @param batch made of the examples
   * @param rows per member how many rows with a label it has in all, in this batch and others
   */
  static Readings of(
      TokenBatch batch,
      List<? extends List<Example>> examples,
      List<Long> rows,
      NDManager manager) {
    boolean texts =
        examples.stream().flatMap(List::stream).allMatch(LabelExample.class::isInstance);
    return texts
        ? TextReadings.of(batch, examples, rows, manager)
        : LabelReadings.of(batch, examples, rows, manager);
  }

  /** Per member how many of its examples carry a label. */
  static List<Long> rows(List<? extends List<Example>> examples) {
    return examples.stream().map(own -> own.stream().filter(e -> e.labels() > 0).count()).toList();
  }

  /**
   * {@code [members, readings]}: mean over rows, and within a row over its readings; sums to one
   * per member where the batch holds all of its rows.
   */
  NDArray weights();

  /** {@code [members, positions, in]} to {@code [members, readings, in]}. */
  NDArray inputs(NDArray input);

  /** What a slot sees of the histories. */
  default SlotActivations of(NDArray input) {
    return new SlotActivations(inputs(input), weights());
  }
}
