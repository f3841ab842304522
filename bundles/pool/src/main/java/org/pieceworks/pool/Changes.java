package org.pieceworks.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What may be done to entries, within one transaction. */
record Changes(Database database) {

  /** The number that comes next. */
  int next() {
    return (int) database.number("SELECT COALESCE(MAX(number) + 1, 0) FROM piece");
  }

  /** Notes a new pack and its blocks; returns the blocks' ids. */
  List<Integer> addPack(int pack, List<PackWriter.Written> blocks) {
    database.change("INSERT INTO pack VALUES (?)", pack);
    List<Integer> ids = new ArrayList<>();
    int id = (int) database.number("SELECT COALESCE(MAX(id), 0) FROM block");
    for (PackWriter.Written block : blocks) {
      ids.add(++id);
      database.change(
          "INSERT INTO block (id, pack, slot, pieces, gates) VALUES (?, ?, ?, ?, ?)",
          id,
          pack,
          name("slot", block.slot()),
          block.pieces(),
          block.gates());
    }
    return ids;
  }

  /**
   * Adds the pieces of a block.
   *
   * @param first the number of its first
   */
  void add(int first, int block, PackWriter.Written written, List<String> sharers) {
    int slot = name("slot", written.slot());
    Map<String, Integer> ids = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < sharers.size(); i++) {
      int sharer = ids.computeIfAbsent(sharers.get(i), name -> name("sharer", name));
      PieceHash hash = written.hashes().get(i);
      rows.add(new Object[] {first + i, sharer, slot, hash.sha256(), hash.bytes(), block, i});
    }
    database.changeAll(
        "INSERT INTO piece (number, sharer, slot, sha256, bytes, block, place)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private int name(String table, String name) {
    List<Integer> known =
        database.list("SELECT id FROM " + table + " WHERE name = ?", row -> row.getInt(1), name);
    if (!known.isEmpty()) {
      return known.get(0);
    }
    database.change("INSERT INTO " + table + " (name) VALUES (?)", name);
    return name(table, name);
  }

  /**
   * Says that pieces are in a block now.
   *
   * @param numbers of the pieces, by row
   */
  void move(int block, List<Integer> numbers) {
    List<Object[]> rows = new ArrayList<>();
    for (int row = 0; row < numbers.size(); row++) {
      rows.add(new Object[] {block, row, numbers.get(row)});
    }
    database.changeAll("UPDATE piece SET block = ?, place = ? WHERE number = ?", rows);
    if (database.number("SELECT COUNT(*) FROM loose") > 0) {
      database.changeAll(
          "DELETE FROM loose WHERE number = ?",
          numbers.stream().map(number -> new Object[] {number}).toList());
    }
  }

  /** Forgets a pack and its blocks. */
  void removePack(int pack) {
    database.change("DELETE FROM block WHERE pack = ?", pack);
    database.change("DELETE FROM pack WHERE id = ?", pack);
  }

  /** Forgets who a sharer was, and where their pieces are; returns how many these were. */
  int revoke(String sharer) {
    int pieces =
        database.change(
            "UPDATE piece SET sharer = NULL, block = NULL, place = NULL"
                + " WHERE sharer = (SELECT id FROM sharer WHERE name = ?)",
            sharer);
    database.change("DELETE FROM sharer WHERE name = ?", sharer);
    database.change(
        "DELETE FROM loose WHERE number IN (SELECT p.number FROM loose l"
            + " JOIN piece p ON p.number = l.number WHERE p.sharer IS NULL)");
    return pieces;
  }
}
