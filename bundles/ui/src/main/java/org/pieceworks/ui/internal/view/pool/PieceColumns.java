package org.pieceworks.ui.internal.view.pool;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.ui.internal.trial.SlotName;

/**
 * A pool's catalogue by column, a few numbers a piece: a million pieces take some thirty megabytes,
 * and none is an object. A piece's number is its place.
 */
final class PieceColumns {

  /** Digits of a hash that are shown. */
  static final int BRIEF = 12;

  /** The sharer of what was taken back. */
  static final int REVOKED = -1;

  private static final int HEX = 16;
  private static final int REPORT_EVERY = 4096;

  private final List<String> sharers;
  private final List<SlotName> slots;
  private final int[] sharerOf;
  private final int[] slotOf;
  private final long[] bytesOf;
  private final long[] hashOf;
  private final float[] normOf;
  private final int[] moduleRanks;
  private final PoolSize size;

  private PieceColumns(List<String> sharers, List<SlotName> slots, PoolSize size, int entries) {
    this.sharers = sharers;
    this.slots = slots;
    this.size = size;
    List<String> modules = slots.stream().map(SlotName::module).distinct().sorted().toList();
    moduleRanks = slots.stream().mapToInt(slot -> modules.indexOf(slot.module())).toArray();
    sharerOf = new int[entries];
    slotOf = new int[entries];
    bytesOf = new long[entries];
    hashOf = new long[entries];
    normOf = new float[entries];
    Arrays.fill(normOf, Float.NaN);
  }

  /** Reads the catalogue of an open pool, a page at a time. */
  static PieceColumns read(PiecePool pool, Progress progress) {
    List<String> sharers =
        pool.sharers().stream().map(one -> one.sharer()).filter(s -> !s.isEmpty()).toList();
    return of(sharers, pool.slots(), pool.size(), pool.pieces(), progress);
  }

  /**
   * Takes entries as they come.
   *
   * @param sharers by id
   * @param keys of the slots
   * @param entries each number once
   */
  static PieceColumns of(
      List<String> sharers,
      List<String> keys,
      PoolSize size,
      Stream<Piece> entries,
      Progress progress) {
    List<SlotName> slots = keys.stream().map(SlotName::of).sorted(SlotName.ORDER).toList();
    PieceColumns columns = new PieceColumns(sharers, slots, size, size.entries());
    Map<String, Integer> sharerAt = places(sharers);
    Map<String, Integer> slotAt = places(slots.stream().map(SlotName::key).toList());
    Iterator<Piece> pieces = entries.iterator();
    int done = 0;
    while (pieces.hasNext()) {
      columns.put(pieces.next(), sharerAt, slotAt);
      if (++done % REPORT_EVERY == 0) {
        progress.checkCancelled();
        progress.report(done, size.entries(), "pieces");
      }
    }
    return columns;
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    return places;
  }

  private void put(Piece piece, Map<String, Integer> sharerAt, Map<String, Integer> slotAt) {
    int at = piece.number();
    sharerOf[at] = piece.revoked() ? REVOKED : sharerAt.get(piece.sharer());
    slotOf[at] = slotAt.get(piece.slot());
    bytesOf[at] = piece.bytes();
    hashOf[at] = Long.parseUnsignedLong(piece.sha256().substring(0, BRIEF), HEX);
  }

  int size() {
    return sharerOf.length;
  }

  PoolSize totals() {
    return size;
  }

  /** Those who share now, by id. */
  List<String> sharers() {
    return sharers;
  }

  /** By layer and module. */
  List<SlotName> slots() {
    return slots;
  }

  int sharerAt(int piece) {
    return sharerOf[piece];
  }

  int slotAt(int piece) {
    return slotOf[piece];
  }

  long bytes(int piece) {
    return bytesOf[piece];
  }

  long hash(int piece) {
    return hashOf[piece];
  }

  boolean revoked(int piece) {
    return sharerOf[piece] == REVOKED;
  }

  /** The id of a piece's sharer; empty: taken back. */
  String sharer(int piece) {
    return revoked(piece) ? "" : sharers.get(sharerOf[piece]);
  }

  SlotName slot(int piece) {
    return slots.get(slotOf[piece]);
  }

  /** Where the module of a piece stands among all by name. */
  int moduleRank(int piece) {
    return moduleRanks[slotOf[piece]];
  }

  /** The beginning of a piece's hash. */
  String brief(int piece) {
    return String.format("%012x", hashOf[piece]);
  }

  /** The norm of a piece's gate; NaN: not known yet. */
  float norm(int piece) {
    return normOf[piece];
  }

  /** Notes norms; who reads them meanwhile sees the old or the new ones. */
  void learn(Map<Integer, Float> norms) {
    norms.forEach((piece, norm) -> normOf[piece] = norm);
  }

  /** Of some pieces those whose gate's norm is to be found out, by slot. */
  Map<String, List<Integer>> unknown(int[] pieces) {
    Map<String, List<Integer>> unknown = new LinkedHashMap<>();
    for (int piece : pieces) {
      if (!revoked(piece) && Float.isNaN(normOf[piece])) {
        unknown.computeIfAbsent(slot(piece).key(), s -> new java.util.ArrayList<>()).add(piece);
      }
    }
    return unknown;
  }
}
