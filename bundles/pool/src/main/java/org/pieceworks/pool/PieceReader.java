package org.pieceworks.pool;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pieceworks.api.BadInputException;

/**
 * What pieces are read with.
 *
 * @param old the files of older pools: what is still there is damaged
 * @param search finds near gates
 * @param blocks those that were asked for, by id
 */
record PieceReader(
    Catalogue catalogue,
    Packs packs,
    GateReader gates,
    GateSearch search,
    OldFiles old,
    Map<Integer, Block> blocks) {

  /**
   * A reader that has read nothing yet.
   *
   * @param pool the directory where graphs of gates are kept
   */
  static PieceReader of(Path pool, Catalogue catalogue, Packs packs, OldFiles old) {
    GateReader gates = new GateReader(packs);
    GateSearch search = new GateSearch(pool, gates);
    return new PieceReader(catalogue, packs, gates, search, old, new ConcurrentHashMap<>());
  }

  /**
   * The block of a piece.
   *
   * @param id 0: it is in none
   * @throws BadInputException if it is in none: its file is damaged then
   */
  Block block(int id, int number) {
    if (id == 0) {
      old.read(sha256(number));
      throw BadInputException.of(
          "piece " + number, "a file of an older pool", "a pool that is opened for writing once");
    }
    return blocks.computeIfAbsent(id, catalogue::block);
  }

  String sha256(int number) {
    return catalogue.entry(number).orElseThrow().piece().sha256();
  }

  /** Forgets all that it knows, since places have changed. */
  void forget() {
    gates.close();
    blocks.clear();
  }
}
