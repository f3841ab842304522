package org.pieceworks.ui.internal.view.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PoolSize;

class PieceOrderTest {

  private static final List<String> SLOTS =
      List.of("layers.10.q_proj", "layers.2.q_proj", "layers.2.k_proj");

  /** Two sharers at three slots; the last of them was taken back. */
  private static PieceColumns pool() {
    Stream<Piece> pieces =
        Stream.of(
            piece(0, "ann", SLOTS.get(0), "f", 30),
            piece(1, "bob", SLOTS.get(0), "0", 10),
            piece(2, "ann", SLOTS.get(1), "8", 20),
            piece(3, "bob", SLOTS.get(1), "1", 20),
            piece(4, "ann", SLOTS.get(2), "2", 40),
            new Piece(5, "", SLOTS.get(2), "7".repeat(64), 40, true));
    return PieceColumns.of(
        List.of("ann", "bob"), SLOTS, new PoolSize(5, 120, 1), pieces, Progress.SILENT);
  }

  private static Piece piece(int number, String sharer, String slot, String hash, long bytes) {
    return new Piece(number, sharer, slot, hash.repeat(64), bytes, false);
  }

  private static int[] by(PieceColumn column, boolean up) {
    return PieceOrder.ALL.by(column, up).rows(pool());
  }

  @Test
  void allPiecesComeByNumberUnlessOtherwiseAsked() {
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, PieceOrder.ALL.rows(pool()));
  }

  @Test
  void layersAreNumbersAndNotWords() {
    assertArrayEquals(new int[] {2, 3, 4, 5, 0, 1}, by(PieceColumn.LAYER, true));
  }

  @Test
  void equalPiecesComeByNumberInBothDirections() {
    assertArrayEquals(new int[] {1, 2, 3, 0, 4, 5}, by(PieceColumn.BYTES, true));
    assertArrayEquals(new int[] {4, 5, 0, 2, 3, 1}, by(PieceColumn.BYTES, false));
  }

  @Test
  void hashesModulesAndSharersComeByTheirText() {
    assertArrayEquals(new int[] {1, 3, 4, 5, 2, 0}, by(PieceColumn.HASH, true));
    assertArrayEquals(new int[] {4, 5, 0, 1, 2, 3}, by(PieceColumn.MODULE, true));
    assertArrayEquals(new int[] {5, 0, 2, 4, 1, 3}, by(PieceColumn.SHARER, true));
  }

  @Test
  void normsThatAreKnownComeAfterThoseThatAreNot() {
    PieceColumns pieces = pool();
    pieces.learn(Map.of(0, 2f, 3, 1f));
    assertArrayEquals(
        new int[] {1, 2, 4, 5, 3, 0}, PieceOrder.ALL.by(PieceColumn.NORM, true).rows(pieces));
  }

  @Test
  void filtersHoldTogether() {
    assertArrayEquals(new int[] {1, 3}, PieceOrder.ALL.of("bo", null, null).rows(pool()));
    assertArrayEquals(new int[] {2, 3}, PieceOrder.ALL.of("", 2, "q_proj").rows(pool()));
    assertArrayEquals(new int[] {}, PieceOrder.ALL.of("bob", 2, "k_proj").rows(pool()));
  }

  @Test
  void onlyGatesOfPiecesThatAreSharedAreAskedFor() {
    PieceColumns pieces = pool();
    pieces.learn(Map.of(4, 1f));
    assertEquals(Map.of(SLOTS.get(0), List.of(1)), pieces.unknown(new int[] {1, 4, 5}));
  }

  @Test
  void aMillionPiecesAreSortedInAMoment() {
    int count = 1_000_000;
    Stream<Piece> pieces =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  String hash = String.format("%064x", (long) i * 7919 % count << 20);
                  return new Piece(i, i % 2 == 0 ? "ann" : "bob", SLOTS.get(i % 3), hash, i, false);
                });
    PieceColumns columns =
        PieceColumns.of(
            List.of("ann", "bob"), SLOTS, new PoolSize(count, 0, 0), pieces, Progress.SILENT);
    long start = System.nanoTime();
    int[] rows = PieceOrder.ALL.of("ann", 2, null).by(PieceColumn.BYTES, false).rows(columns);
    assertTrue(System.nanoTime() - start < 5e9);
    assertTrue(columns.bytes(rows[0]) > columns.bytes(rows[rows.length - 1]));
    assertEquals("ann", columns.sharer(rows[0]));
  }
}
