package org.pieceworks.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.lib.flyway.Migrations;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;

/** Pools of version 1, where every piece was a file. */
class OldPoolTest {

  private static final List<String> SLOTS = List.of("layers.0.q_proj", "layers.0.v_proj");
  private static final int SHARERS = 4;
  private static final int REVOKED = 5;

  @TempDir Path folder;

  private final H2PiecePools pools = new H2PiecePools();
  private NDManager manager;
  private Path directory;

  @BeforeEach
  void write() throws IOException, SQLException {
    manager = new Djl().engine().newBaseManager();
    directory = Files.createDirectories(folder.resolve("pool"));
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + directory.resolve("pool") + ";DB_CLOSE_ON_EXIT=FALSE");
    Migrations.apply(source, Database.class, "V1__pieces.sql");
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?)")) {
      for (int number = 0; number < SHARERS * SLOTS.size(); number++) {
        byte[] content = content(number);
        String sha256 = Hashes.sha256(content);
        boolean revoked = number == REVOKED;
        insert.setInt(1, number);
        insert.setString(2, revoked ? "" : "sharer-" + number / SLOTS.size());
        insert.setString(3, SLOTS.get(number % SLOTS.size()));
        insert.setString(4, sha256);
        insert.setLong(5, content.length);
        insert.setBoolean(6, revoked);
        insert.executeUpdate();
        if (!revoked) {
          writeObject(directory, sha256, content);
        }
      }
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static void writeObject(Path pool, String sha256, byte[] content) throws IOException {
    Path file = new OldFiles(pool).file(sha256);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private byte[] content(int number) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    String slot = SLOTS.get(number % SLOTS.size());
    tensors.put(slot + ".A", manager.create(new float[] {number, -number}));
    tensors.put("gate", manager.create(new float[] {10 * number, 1}));
    return Safetensors.encode(tensors, Map.of());
  }

  @Test
  void itIsReadWithoutBeingChanged() throws IOException {
    Map<Path, String> before = hashes();
    try (PiecePool pool = pools.openExisting(directory)) {
      check(pool);
    }
    assertEquals(before, hashes());
  }

  @Test
  void openedForWritingItIsBroughtIntoPacks() throws IOException {
    String id;
    try (PiecePool pool = pools.openExisting(directory)) {
      id = pool.id();
    }
    try (PiecePool pool = pools.open(directory)) {
      check(pool);
      assertEquals(id, pool.id());
    }
    assertFalse(Files.exists(directory.resolve("objects")));
    try (PiecePool pool = pools.openExisting(directory)) {
      check(pool);
      assertEquals(id, pool.id());
    }
    try (PiecePool pool = pools.open(directory)) {
      assertEquals(2, pool.revoke("sharer-0"));
      assertEquals(List.of(), pool.verify(Progress.SILENT));
    }
  }

  @Test
  void whatIsDamagedStaysWhereItIsAndIsNamed() throws IOException {
    Path victim = new OldFiles(directory).file(Hashes.sha256(content(2)));
    byte[] sound = Files.readAllBytes(victim);
    Files.write(victim, new byte[] {1, 2, 3});
    try (PiecePool pool = pools.open(directory)) {
      List<String> problems = pool.verify(Progress.SILENT);
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("piece 2: " + victim), problems.get(0));
      SlotPieces offered = pool.offer(SLOTS.get(0), 1, 0);
      assertThrows(BadInputException.class, () -> offered.gates(manager));
      assertThrows(BadInputException.class, () -> offered.read(new int[] {1}, manager));
      offered.read(new int[] {0, 2}, manager);
      assertThrows(BadInputException.class, () -> pool.exportTo(folder.resolve("export")));
    }
    assertTrue(Files.exists(victim));
    Files.write(victim, sound);
    try (PiecePool pool = pools.openExisting(directory)) {
      check(pool);
    }
  }

  @Test
  void anOldExportIsImported() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    List<String> entries = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      byte[] content = content(number);
      writeObject(export, Hashes.sha256(content), content);
      entries.add(
          "{\"sharer\": \"sharer-%d\", \"slot\": \"%s\", \"sha256\": \"%s\", \"bytes\": %d}"
              .formatted(
                  number / SLOTS.size(),
                  SLOTS.get(number % SLOTS.size()),
                  Hashes.sha256(content),
                  content.length));
    }
    Files.writeString(
        export.resolve("pieces.json"),
        "{\"form\": \"pieceworks-pool-1\", \"pieces\": " + entries + "}");
    try (PiecePool pool = pools.open(folder.resolve("other"))) {
      assertEquals(4, pool.importFrom(export, Progress.SILENT));
      assertEquals(List.of(), pool.verify(Progress.SILENT));
      SlotPieces offered = pool.offer(SLOTS.get(1), 1, 0);
      assertEquals(List.of("sharer-0", "sharer-1"), offered.sharers());
      assertArrayEquals(new float[] {10, 1, 30, 1}, offered.gates(manager).toFloatArray());
    }
    Files.write(new OldFiles(export).file(Hashes.sha256(content(3))), new byte[] {1});
    try (PiecePool pool = pools.open(folder.resolve("third"))) {
      assertThrows(BadInputException.class, () -> pool.importFrom(export, Progress.SILENT));
      assertEquals(0, pool.size().entries());
    }
  }

  private void check(PiecePool pool) {
    PoolSize size = pool.size();
    assertEquals(new PoolSize(7, size.bytes(), 1), size);
    assertEquals(List.of(), pool.verify(Progress.SILENT));
    SlotPieces offered = pool.offer(SLOTS.get(1), 1, 0);
    assertEquals(List.of("sharer-0", "sharer-1", "sharer-3"), offered.sharers());
    assertEquals(7, offered.number(2));
    assertEquals(Hashes.sha256(content(7)), pool.piece(7).orElseThrow().sha256());
    assertArrayEquals(new float[] {10, 1, 30, 1, 70, 1}, offered.gates(manager).toFloatArray());
    NDArray a = offered.read(new int[] {2, 0}, manager).flat().get(SLOTS.get(1) + ".A");
    assertArrayEquals(new float[] {7, -7, 1, -1}, a.toFloatArray());
  }

  private Map<Path, String> hashes() throws IOException {
    Map<Path, String> hashes = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.filter(Files::isRegularFile).sorted().forEach(f -> hashes.put(f, Hashes.sha256(f)));
    }
    return hashes;
  }
}
