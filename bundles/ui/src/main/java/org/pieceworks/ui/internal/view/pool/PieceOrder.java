package org.pieceworks.ui.internal.view.pool;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which pieces are shown, and in what order: numbers of pieces, never the pieces themselves.
 *
 * @param sharer part of a sharer's id, in lower case; empty: all
 * @param layer null: all
 * @param module null: all
 */
record PieceOrder(
    String sharer, Integer layer, String module, PieceColumn column, boolean ascending) {

  /** All pieces by number. */
  static final PieceOrder ALL = new PieceOrder("", null, null, PieceColumn.NUMBER, true);

  PieceOrder by(PieceColumn other, boolean up) {
    return new PieceOrder(sharer, layer, module, other, up);
  }

  PieceOrder of(String sharerPart, Integer ofLayer, String ofModule) {
    return new PieceOrder(sharerPart, ofLayer, ofModule, column, ascending);
  }

  /** The numbers of the pieces that are shown, in order; equal ones by number. */
  int[] rows(PieceColumns pieces) {
    boolean[] sharers = new boolean[pieces.sharers().size()];
    for (int s = 0; s < sharers.length; s++) {
      sharers[s] = pieces.sharers().get(s).toLowerCase(java.util.Locale.ROOT).contains(sharer);
    }
    boolean[] slots = new boolean[pieces.slots().size()];
    for (int s = 0; s < slots.length; s++) {
      slots[s] =
          (layer == null || pieces.slots().get(s).layer() == layer)
              && (module == null || pieces.slots().get(s).module().equals(module));
    }
    int[] shown =
        IntStream.range(0, pieces.size())
            .filter(piece -> slots[pieces.slotAt(piece)] && shared(pieces.sharerAt(piece), sharers))
            .toArray();
    return column == PieceColumn.NUMBER && ascending ? shown : sorted(pieces, shown);
  }

  private boolean shared(int at, boolean[] sharers) {
    return at == PieceColumns.REVOKED ? sharer.isEmpty() : sharers[at];
  }

  /** One long a piece, what it is sorted by above its number. */
  private int[] sorted(PieceColumns pieces, int[] shown) {
    long[] keys = new long[shown.length];
    for (int i = 0; i < shown.length; i++) {
      int rank = column.rank(pieces, shown[i]);
      keys[i] = (long) (ascending ? rank : ~rank) << Integer.SIZE | shown[i];
    }
    Arrays.parallelSort(keys);
    int[] sorted = new int[keys.length];
    Arrays.setAll(sorted, i -> (int) keys[i]);
    return sorted;
  }
}
