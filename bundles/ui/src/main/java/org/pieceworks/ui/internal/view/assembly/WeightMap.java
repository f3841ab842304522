package org.pieceworks.ui.internal.view.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.ui.internal.trial.SlotName;

/**
 * How much a target has of each sharer at each slot.
 *
 * @param slots in forward order
 * @param sharers the most used first
 * @param cells {@code [slots][sharers]}; NaN: nothing
 */
record WeightMap(List<SlotName> slots, List<String> sharers, float[][] cells) {

  /** Nothing. */
  static final WeightMap EMPTY = new WeightMap(List.of(), List.of(), new float[0][]);

  /** Sums the weights of chosen pieces, which come in forward order. */
  static WeightMap of(List<ChosenPiece> pieces) {
    Map<String, Double> totals = new LinkedHashMap<>();
    Map<SlotName, Integer> rows = new LinkedHashMap<>();
    for (ChosenPiece piece : pieces) {
      totals.merge(piece.sharer(), (double) piece.weight(), Double::sum);
      rows.putIfAbsent(piece.slot(), rows.size());
    }
    List<String> sharers = new ArrayList<>(totals.keySet());
    sharers.sort(Comparator.comparing((String sharer) -> -totals.get(sharer)));
    float[][] cells = new float[rows.size()][sharers.size()];
    for (float[] row : cells) {
      Arrays.fill(row, Float.NaN);
    }
    for (ChosenPiece piece : pieces) {
      float[] row = cells[rows.get(piece.slot())];
      int column = sharers.indexOf(piece.sharer());
      row[column] = (Float.isNaN(row[column]) ? 0 : row[column]) + piece.weight();
    }
    return new WeightMap(List.copyOf(rows.keySet()), List.copyOf(sharers), cells);
  }

  /** The greatest weight. */
  float most() {
    float most = 0;
    for (float[] row : cells) {
      for (float cell : row) {
        most = cell > most ? cell : most;
      }
    }
    return most;
  }
}
