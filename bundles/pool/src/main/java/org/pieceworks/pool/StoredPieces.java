package org.pieceworks.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.storage.Safetensors;

/**
 * Offered pieces of a slot, of which only places are in memory.
 *
 * @param places in order of number
 */
record StoredPieces(String slot, Places places, PieceReader reader) implements SlotPieces {

  /** Bytes of pieces that are read at once. */
  private static final long PART_BYTES = 1L << 28;

  @Override
  public int size() {
    return places.size();
  }

  @Override
  public int number(int position) {
    return places.numbers()[position];
  }

  @Override
  public int position(int number) {
    return Math.max(-1, Arrays.binarySearch(places.numbers(), number));
  }

  @Override
  public List<String> sharers() {
    return Collections.unmodifiableList(Arrays.asList(places.sharers()));
  }

  @Override
  public NDArray gates(NDManager manager) {
    if (places.contiguous()) {
      Block block = reader.block(places.blocks()[0], places.numbers()[0]);
      return reader.gates().sideBySide(block, places.rows()[0], size(), manager);
    }
    return gathered(manager);
  }

  @Override
  public NDArray gates(int[] positions, NDManager manager) {
    return new StoredPieces(slot, places.select(positions), reader).gates(manager);
  }

  /** Walks the graphs of the blocks that hold the pieces, and merges what they find. */
  @Override
  public int[] nearest(float[] query, int count, NDManager manager) {
    if (count >= size()) {
      return IntStream.range(0, size()).toArray();
    }
    Map<Integer, BlockPieces> blocks = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      int number = places.numbers()[i];
      Block block = reader.block(places.blocks()[i], number);
      blocks.computeIfAbsent(block.id(), id -> BlockPieces.of(block)).add(places.rows()[i], i);
    }
    List<ScoreDoc> found = new ArrayList<>();
    for (BlockPieces own : blocks.values()) {
      for (ScoreDoc one : reader.search().nearest(own.block(), query, count, own::has)) {
        found.add(new ScoreDoc(own.position(one.doc), one.score));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(one -> -one.score))
        .limit(count)
        .mapToInt(one -> one.doc)
        .sorted()
        .toArray();
  }

  private NDArray gathered(NDManager manager) {
    SlotLayout layout = layout(places);
    int width = layout.rowBytes(SlotLayout.GATE);
    ByteBuffer all = ByteBuffer.allocateDirect(Math.multiplyExact(width, size()));
    for (int from = 0; from < size(); from = places.runEnd(from)) {
      Block block = reader.block(places.blocks()[from], places.numbers()[from]);
      int rows = places.runEnd(from) - from;
      reader
          .gates()
          .read(block, layout, places.rows()[from], all.slice(from * width, rows * width));
    }
    return Safetensors.tensor(
        all,
        layout.row().get(SlotLayout.GATE).type(),
        layout.shape(SlotLayout.GATE, size()),
        manager);
  }

  private SlotLayout layout(Places some) {
    return reader.gates().layout(reader.block(some.blocks()[0], some.numbers()[0]));
  }

  @Override
  public Bank read(int[] positions, NDManager manager) {
    int step = (int) Math.max(1, PART_BYTES / layout(places).bytes());
    Map<String, NDList> parts = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      for (int from = 0; from < positions.length; from += step) {
        int to = Math.min(positions.length, from + step);
        rows(places.select(Arrays.copyOfRange(positions, from, to)))
            .arrays(scope)
            .forEach((name, part) -> parts.computeIfAbsent(name, n -> new NDList()).add(part));
      }
      Map<String, NDArray> whole = new LinkedHashMap<>();
      parts.forEach(
          (name, list) -> {
            if (!name.equals(SlotLayout.GATE)) {
              NDArray one = list.size() == 1 ? list.head() : NDArrays.concat(list, 0);
              one.attach(manager);
              whole.put(name, one);
            }
          });
      return Bank.ofFlat(whole);
    }
  }

  /** Pieces as bytes, each verified. */
  Rows rows(Places some) {
    SlotLayout layout = layout(some);
    Rows rows = Rows.allocate(layout, some.size());
    for (int from = 0; from < some.size(); from = some.runEnd(from)) {
      Block block = reader.block(some.blocks()[from], some.numbers()[from]);
      PackFile pack = reader.packs().pack(block.pack());
      SlotLayout own = pack.layout(slot);
      if (!own.like(layout)) {
        throw GateReader.unlike(slot);
      }
      pack.read(own, some.rows()[from], some.runEnd(from) - from, rows, from);
    }
    for (int i = 0; i < some.size(); i++) {
      String expected = reader.sha256(some.numbers()[i]);
      String found = rows.sha256(i);
      if (!found.equals(expected)) {
        Block block = reader.block(some.blocks()[i], some.numbers()[i]);
        throw damaged(
            some.numbers()[i], reader.packs().file(block.pack()).toString(), found, expected);
      }
    }
    return rows;
  }

  /** A piece whose content is not what its hash says. */
  static BadInputException damaged(int number, String file, String found, String expected) {
    return BadInputException.of(
        "piece " + number + ": " + file,
        "SHA-256 " + found,
        expected + ": the file is damaged; import the piece again or revoke it");
  }
}
