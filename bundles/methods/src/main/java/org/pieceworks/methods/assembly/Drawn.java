package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;

/**
 * The pieces of one slot that any target chose, each read once.
 *
 * @param pieces {@code [chosen, ...]}
 * @param choices one per target, of positions among these pieces
 */
record Drawn(Bank pieces, List<Choice> choices) implements AutoCloseable {

  /**
   * Reads what was chosen.
   *
   * @param choices one per target, of positions among the offered pieces
   * @param holder holds what is read
   */
  static Drawn of(SlotPieces offered, List<Choice> choices, NDManager holder) {
    int[] all =
        choices.stream().flatMapToInt(c -> IntStream.of(c.pieces())).distinct().sorted().toArray();
    // Who chose nothing is given something at weight zero.
    Bank read = offered.read(all.length == 0 ? new int[] {0} : all, holder);
    return new Drawn(read, choices.stream().map(choice -> choice.among(all)).toList());
  }

  /** The pieces' tensors at a site. */
  Map<String, NDArray> at(Site site) {
    return pieces.tensors().get(site);
  }

  @Override
  public void close() {
    pieces.close();
  }
}
