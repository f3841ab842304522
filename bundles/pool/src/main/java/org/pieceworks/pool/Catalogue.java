package org.pieceworks.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.api.pool.SharerShare;
import org.pieceworks.storage.Hashes;

/** The entries of a pool. Names of slots and sharers are held in memory, entries never. */
final class Catalogue implements AutoCloseable {

  private static final int PAGE = 4096;
  private static final String ENTRY =
      "SELECT number, sharer, slot, sha256, bytes, block, place FROM piece ";

  private final Database database;
  private final Map<Integer, String> slots = new HashMap<>();
  private final Map<Integer, String> sharers = new HashMap<>();

  Catalogue(Database database) {
    this.database = database;
    learnNames();
  }

  private void learnNames() {
    slots.clear();
    sharers.clear();
    slots.putAll(names("slot"));
    sharers.putAll(names("sharer"));
  }

  private Map<Integer, String> names(String table) {
    Map<Integer, String> names = new HashMap<>();
    database.list(
        "SELECT id, name FROM " + table, row -> names.put(row.getInt(1), row.getString(2)));
    return names;
  }

  /** The keys of the slots, in the order in which they came. */
  List<String> slots() {
    return slots.keySet().stream().sorted().map(slots::get).toList();
  }

  private int slot(String name) {
    return slots.entrySet().stream()
        .filter(slot -> slot.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private Entry entry(ResultSet row) throws SQLException {
    int sharer = row.getInt(2);
    boolean revoked = row.wasNull();
    Piece piece =
        new Piece(
            row.getInt(1),
            revoked ? "" : sharers.get(sharer),
            slots.get(row.getInt(3)),
            row.getString(4),
            row.getLong(5),
            revoked);
    return new Entry(piece, row.getInt(6), row.getInt(7));
  }

  Optional<Entry> entry(int number) {
    return database.list(ENTRY + "WHERE number = ?", this::entry, number).stream().findFirst();
  }

  /** All entries by number, a page at a time. */
  Stream<Entry> entries() {
    return pages("number >= ?", new Object[0]);
  }

  /** The entries of a block, in order of their numbers, a page at a time. */
  Stream<Entry> entries(Block block) {
    return pages("slot = ? AND number >= ? AND block = ?", slot(block.slot()), block.id());
  }

  private Stream<Entry> pages(String condition, Object... values) {
    return Stream.iterate(
            page(condition, 0, values),
            page -> !page.isEmpty(),
            page ->
                page.size() < PAGE
                    ? List.<Entry>of()
                    : page(condition, page.get(PAGE - 1).piece().number() + 1, values))
        .flatMap(List::stream);
  }

  private List<Entry> page(String condition, int from, Object... values) {
    Object[] all =
        values.length == 0 ? new Object[] {from} : new Object[] {values[0], from, values[1]};
    return database.list(
        ENTRY + "WHERE " + condition + " ORDER BY number LIMIT " + PAGE, this::entry, all);
  }

  /** The live entries that are in files of their own, as older pools have them. */
  List<Entry> loose() {
    return database.list(
        ENTRY + "WHERE number IN (SELECT number FROM loose) ORDER BY slot, number", this::entry);
  }

  /** Where the live pieces of a slot are, by number. */
  Places places(String slot) {
    List<int[]> rows =
        database.list(
            "SELECT number, sharer, block, place FROM piece"
                + " WHERE slot = ? AND sharer IS NOT NULL ORDER BY number",
            row -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)},
            slot(slot));
    int[][] columns = new int[4][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = rows.get(i)[c];
      }
    }
    String[] names = IntStream.of(columns[1]).mapToObj(sharers::get).toArray(String[]::new);
    return new Places(columns[0], names, columns[2], columns[3]);
  }

  Block block(int id) {
    return blocks("WHERE id = ?", id).get(0);
  }

  List<Block> blocks() {
    return blocks("");
  }

  List<Block> blocksOf(int pack) {
    return blocks("WHERE pack = ?", pack);
  }

  private List<Block> blocks(String condition, Object... values) {
    return database.list(
        "SELECT id, pack, slot, pieces, gates FROM block " + condition + " ORDER BY id",
        row ->
            new Block(
                row.getInt(1),
                row.getInt(2),
                slots.get(row.getInt(3)),
                row.getInt(4),
                row.getString(5)),
        values);
  }

  List<Integer> packs() {
    return database.list("SELECT id FROM pack ORDER BY id", row -> row.getInt(1));
  }

  /** The packs that hold pieces of a sharer. */
  List<Integer> packsOf(String sharer) {
    return database.list(
        "SELECT DISTINCT b.pack FROM piece p JOIN block b ON b.id = p.block"
            + " WHERE p.sharer = (SELECT id FROM sharer WHERE name = ?) ORDER BY b.pack",
        row -> row.getInt(1),
        sharer);
  }

  PoolSize size() {
    return database
        .list(
            "SELECT COUNT(sharer), COALESCE(SUM(CASE WHEN sharer IS NULL THEN 0 ELSE bytes END), 0),"
                + " COUNT(*) - COUNT(sharer) FROM piece",
            row -> new PoolSize(row.getInt(1), row.getLong(2), row.getInt(3)))
        .get(0);
  }

  List<SharerShare> shares() {
    List<SharerShare> shares = new ArrayList<>();
    database.list(
        "SELECT h.name, COUNT(p.sharer), SUM(p.bytes), COUNT(*) FROM piece p"
            + " LEFT JOIN sharer h ON h.id = p.sharer GROUP BY h.name ORDER BY h.name",
        row ->
            shares.add(
                row.getString(1) == null
                    ? new SharerShare("", 0, 0, row.getInt(4))
                    : new SharerShare(row.getString(1), row.getInt(2), row.getLong(3), 0)));
    return shares;
  }

  /** The identity: kept when the writer closed, made anew otherwise. */
  String id() {
    return database.list("SELECT sha256 FROM identity", row -> row.getString(1)).stream()
        .findFirst()
        .orElseGet(this::digest);
  }

  private String digest() {
    return Hashes.sha256OfStrings(
        entries()
            .map(Entry::piece)
            .map(
                p ->
                    "%d %s %s %s %b"
                        .formatted(p.number(), p.sharer(), p.slot(), p.sha256(), p.revoked())));
  }

  /** Keeps the identity, so that readers need not make it. */
  void keepId() {
    String id = id();
    database.transaction(
        () -> {
          database.change("DELETE FROM identity");
          database.change("INSERT INTO identity VALUES (?)", id);
        });
  }

  /** Changes entries, whole or not at all. */
  void change(Consumer<Changes> work) {
    try {
      database.transaction(
          () -> {
            database.change("DELETE FROM identity");
            work.accept(new Changes(database));
          });
    } finally {
      learnNames();
    }
  }

  /** Closes the file and rewrites it without what was deleted. */
  void compact() {
    database.compact();
  }

  @Override
  public void close() {
    database.close();
  }
}
