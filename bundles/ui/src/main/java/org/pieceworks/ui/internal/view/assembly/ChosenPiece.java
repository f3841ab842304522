package org.pieceworks.ui.internal.view.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.ui.internal.trial.SlotName;

/**
 * A piece that was chosen for a target.
 *
 * @param piece its number in the pool
 */
record ChosenPiece(SlotName slot, String sharer, int piece, float weight) {

  /**
   * All of an assembly, in forward order.
   *
   * @param sharers by number of the piece
   */
  static List<ChosenPiece> of(Assembly assembly, Map<Integer, String> sharers) {
    List<ChosenPiece> chosen = new ArrayList<>();
    assembly
        .pieces()
        .forEach(
            (slot, pieces) ->
                pieces.forEach(
                    one ->
                        chosen.add(
                            new ChosenPiece(
                                SlotName.of(slot),
                                sharers.getOrDefault(one.piece(), "piece " + one.piece()),
                                one.piece(),
                                one.weight()))));
    return chosen;
  }
}
