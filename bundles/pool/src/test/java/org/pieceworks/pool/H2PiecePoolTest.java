package org.pieceworks.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;

class H2PiecePoolTest {

  private static final int SHARERS = 10;
  private static final List<String> SLOTS = List.of("layers.0.q_proj", "layers.0.v_proj");

  @TempDir Path folder;

  private final H2PiecePools pools = new H2PiecePools();
  private NDManager manager;
  private Path directory;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
    directory = folder.resolve("pool");
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void piecesComeBackAsTheyWentIn() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      assertEquals(SHARERS * SLOTS.size(), pool.size().pieces());
      assertEquals(SLOTS, pool.slots());
      SlotPieces offered = pool.offer(SLOTS.get(1), 1, 0);
      assertEquals(SHARERS, offered.size());
      assertEquals("sharer-3", offered.sharers().get(3));
      assertArrayEquals(new float[] {3, 1}, offered.gates(manager).get(3).toFloatArray());
      Bank read = offered.read(new int[] {7, 3, 4, 7}, manager);
      NDArray a = read.flat().get(SLOTS.get(1) + ".A");
      assertArrayEquals(new float[] {71, 72, 31, 32, 41, 42, 71, 72}, a.toFloatArray());
      Piece piece = pool.piece(offered.number(3)).orElseThrow();
      assertEquals(offered.position(piece.number()), 3);
      assertArrayEquals(new float[] {3, 1}, pool.read(piece, manager).gate().toFloatArray());
      assertEquals(-1, offered.position(0));
    }
  }

  @Test
  void thePiecesThatCameInSeveralPutsAreReadTogether() {
    try (PiecePool pool = pools.open(directory)) {
      for (int sharer = 0; sharer < 3; sharer++) {
        pool.put(List.of(block(SLOTS.get(0), sharer, sharer + 1)), Progress.SILENT);
      }
      SlotPieces offered = pool.offer(SLOTS.get(0), 1, 0);
      assertArrayEquals(new float[] {0, 0, 1, 0, 2, 0}, offered.gates(manager).toFloatArray());
      NDArray a = offered.read(new int[] {2, 0}, manager).flat().get(SLOTS.get(0) + ".A");
      assertArrayEquals(new float[] {20, 21, 0, 1}, a.toFloatArray());
    }
  }

  @Test
  void gatesLieOverTheFileUntilThePoolIsClosed() throws IOException {
    fill();
    NDArray gates;
    try (PiecePool pool = pools.openExisting(directory)) {
      gates = pool.offer(SLOTS.get(0), 1, 0).gates(manager);
      assertEquals(1, mappings(), "one slot's gates are mapped");
      assertArrayEquals(new float[] {9, 0}, gates.get(9).toFloatArray());
    }
    assertEquals(0, mappings());
    NDArray closed = gates;
    assertThrows(IllegalStateException.class, closed::toFloatArray);
  }

  /** How often packs are mapped into the memory of this process. */
  private long mappings() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    Assumptions.assumeTrue(Files.isReadable(maps), "the system does not tell what is mapped");
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.filter(line -> line.contains(directory.toString())).count();
    }
  }

  @Test
  void onlyWhatIsAskedForIsRead() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      SlotPieces offered = pool.offer(SLOTS.get(0), 1, 0);
      assertEquals(0, pool.bytesRead());
      offered.gates(manager);
      assertEquals(SHARERS * 2 * Float.BYTES, pool.bytesRead());
      offered.gates(manager);
      assertEquals(SHARERS * 2 * Float.BYTES, pool.bytesRead(), "they are verified once");
      long before = pool.bytesRead();
      offered.read(new int[] {8, 2}, manager);
      assertEquals(2 * (2 + 2) * Float.BYTES, pool.bytesRead() - before);
    }
  }

  @Test
  void smallerRatioOffersAPartOfALargerOneAtEverySlot() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      for (String slot : SLOTS) {
        List<String> few = pool.offer(slot, 0.2, 7).sharers();
        List<String> many = pool.offer(slot, 0.5, 7).sharers();
        assertEquals(2, few.size());
        assertEquals(5, many.size());
        assertTrue(many.containsAll(few));
        assertEquals(few, pool.offer(slot, 0.2, 7).sharers());
        assertEquals(1, pool.offer(slot, 0.001, 7).size());
      }
      assertNotEquals(
          pool.offer(SLOTS.get(0), 0.5, 7).sharers(), pool.offer(SLOTS.get(0), 0.5, 8).sharers());
      assertNotEquals(
          pool.offer(SLOTS.get(0), 0.5, 7).sharers(), pool.offer(SLOTS.get(1), 0.5, 7).sharers());
    }
  }

  /** The choice is part of what experiments can be made again from. */
  @Test
  void theChoiceOfWhatIsOfferedStaysWhatItWas() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      for (String slot : SLOTS) {
        List<String> expected =
            IntStream.range(0, SHARERS)
                .mapToObj(s -> "sharer-" + s)
                .sorted(Comparator.comparing(s -> Hashes.sha256OfStrings("7", slot, s)))
                .limit(3)
                .sorted()
                .toList();
        assertEquals(expected, pool.offer(slot, 0.3, 7).sharers());
      }
    }
  }

  @Test
  void aPartOfWhatIsOfferedHasItsOwnGates() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      SlotPieces offered = pool.offer(SLOTS.get(0), 0.5, 7);
      float[] gates = offered.gates(manager).toFloatArray();
      for (int i = 0; i < offered.size(); i++) {
        assertEquals("sharer-" + (int) gates[2 * i], offered.sharers().get(i));
      }
    }
  }

  @Test
  void oneFlippedBitOfATensorIsSeenOnRead() throws IOException {
    fill();
    Path victim = objects().get(0);
    flip(victim, 31f);
    try (PiecePool pool = pools.openExisting(directory)) {
      SlotPieces offered = pool.offer(SLOTS.get(1), 1, 0);
      offered.read(new int[] {0, 1, 2, 4}, manager);
      BadInputException error =
          assertThrows(BadInputException.class, () -> offered.read(new int[] {3}, manager));
      Piece piece = pool.piece(offered.number(3)).orElseThrow();
      assertTrue(error.getMessage().contains(victim.getFileName().toString()));
      assertTrue(error.getMessage().contains("piece " + piece.number()));
      assertTrue(error.getMessage().contains(piece.sha256()));
      List<String> problems = pool.verify(Progress.SILENT);
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("piece " + piece.number() + ": " + victim));
    }
  }

  @Test
  void oneFlippedBitOfAGateIsSeenBeforeAnyGateIsTrusted() throws IOException {
    try (PiecePool pool = pools.open(directory)) {
      pool.put(List.of(block(SLOTS.get(0), 3, 8)), Progress.SILENT);
    }
    Path victim = objects().get(0);
    flip(victim, 5f);
    try (PiecePool pool = pools.openExisting(directory)) {
      SlotPieces all = pool.offer(SLOTS.get(0), 1, 0);
      SlotPieces some = pool.offer(SLOTS.get(0), 0.5, 0);
      for (int i = 0; i < 2; i++) {
        assertThrows(BadInputException.class, () -> all.gates(manager));
        assertThrows(BadInputException.class, () -> some.gates(manager));
      }
      assertEquals(1, pool.verify(Progress.SILENT).size());
    }
  }

  /** Turns one bit of a number that is once in a file. */
  private static void flip(Path file, float number) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] wanted =
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
    int found = -1;
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        found = i;
      }
    }
    bytes[found] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void missingFileIsSeenOnRead() throws IOException {
    fill();
    Files.delete(objects().get(0));
    try (PiecePool pool = pools.openExisting(directory)) {
      assertThrows(BadInputException.class, () -> loadAll(pool));
    }
  }

  @Test
  void damagedCatalogueIsABadInput() throws IOException {
    fill();
    Files.writeString(directory.resolve("pool.mv.db"), "not a database");
    assertThrows(BadInputException.class, () -> pools.openExisting(directory));
  }

  @Test
  void directoryThatIsNoPoolIsRefused() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("letter.txt"), "dear diary");
    assertThrows(BadInputException.class, () -> pools.open(directory));
    assertThrows(BadInputException.class, () -> pools.openExisting(directory));
  }

  @Test
  void revokedSharerLeavesNothingBehind() throws IOException {
    fill();
    byte[] own = floats(40, 41);
    assertTrue(contains(directory, own));
    try (PiecePool pool = pools.open(directory)) {
      String id = pool.id();
      assertEquals(SLOTS.size(), pool.revoke("sharer-4"));
      assertNotEquals(id, pool.id());
      assertFalse(pool.offer(SLOTS.get(0), 1, 0).sharers().contains("sharer-4"));
      assertEquals(List.of(), pool.verify(Progress.SILENT));
    }
    assertEquals(1, objects().size());
    assertFalse(contains(directory, "sharer-4".getBytes(StandardCharsets.UTF_8)));
    assertFalse(contains(directory, own), "its tensors are gone from the disk");
    assertFalse(contains(directory, floats(4, 0, 5, 0)), "its gates too");
    assertTrue(contains(directory, floats(3, 0, 5, 0)));
    try (PiecePool pool = pools.open(directory)) {
      SlotPieces left = pool.offer(SLOTS.get(1), 1, 0);
      assertEquals(SHARERS - 1, left.size());
      NDArray a = left.read(new int[] {4}, manager).flat().get(SLOTS.get(1) + ".A");
      assertArrayEquals(new float[] {51, 52}, a.toFloatArray());
      assertArrayEquals(new float[] {5, 1}, left.gates(manager).get(4).toFloatArray());
      assertEquals(0, pool.revoke("sharer-4"));
      assertEquals(new PoolSize(18, pool.size().bytes(), 2), pool.size());
      assertTrue(pool.piece(4).orElseThrow().revoked());
      assertEquals(
          SHARERS * SLOTS.size(), pool.put(List.of(block(SLOTS.get(0), 99, 100)), Progress.SILENT));
    }
  }

  @Test
  void nearGatesAreFoundByAGraphThatIsKeptUntilSomebodyLeaves() throws IOException {
    int sharers = 500;
    int width = 16;
    NDArray gates = manager.create(noise(sharers * width), new Shape(sharers, width));
    NDArray a = manager.zeros(new Shape(sharers, 2));
    List<String> names = IntStream.range(0, sharers).mapToObj(s -> "sharer-" + s).toList();
    String slot = SLOTS.get(0);
    try (PiecePool pool = pools.open(directory)) {
      Bank bank = Bank.ofFlat(Map.of(slot + ".A", a));
      pool.put(List.of(new PieceBlock(slot, names, bank, gates)), Progress.SILENT);
    }
    assertEquals(0, graphs());
    for (double ratio : new double[] {1, 0.3}) {
      try (PiecePool pool = pools.openExisting(directory)) {
        SlotPieces offered = pool.offer(slot, ratio, 3);
        NDArray directions = SlotActivations.normalize(offered.gates(manager));
        int right = 0;
        for (int target = 0; target < 50; target++) {
          float[] query =
              Arrays.copyOfRange(noise(60 * width), target * width, (target + 1) * width);
          float[] products = directions.matMul(manager.create(query)).toFloatArray();
          Set<Integer> best =
              IntStream.range(0, products.length)
                  .boxed()
                  .sorted(Comparator.comparingDouble(i -> -products[i]))
                  .limit(3)
                  .collect(Collectors.toSet());
          int[] found = offered.nearest(query, 20, manager);
          assertEquals(20, found.length);
          right += (int) IntStream.of(found).filter(best::contains).count();
        }
        assertTrue(right > 0.95 * 3 * 50, right + " of 150");
        assertArrayEquals(
            gates.get(offered.number(7)).toFloatArray(),
            offered.gates(new int[] {4, 7}, manager).get(1).toFloatArray());
      }
      assertEquals(1, graphs());
    }
    try (PiecePool pool = pools.open(directory)) {
      pool.revoke("sharer-9");
      assertEquals(0, graphs());
      SlotPieces left = pool.offer(slot, 1, 3);
      for (int position : left.nearest(noise(width), 300, manager)) {
        assertNotEquals("sharer-9", left.sharers().get(position));
      }
    }
  }

  private long graphs() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(p -> p.toString().endsWith(".graph")).count();
    }
  }

  private static float[] noise(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) random.nextDouble(-1, 1);
    }
    return noise;
  }

  @Test
  void theLastSharerToLeaveTakesTheFileAlong() throws IOException {
    try (PiecePool pool = pools.open(directory)) {
      pool.put(List.of(block(SLOTS.get(0), 1, 2)), Progress.SILENT);
      pool.put(List.of(block(SLOTS.get(0), 2, 3)), Progress.SILENT);
      assertEquals(1, pool.revoke("sharer-1"));
      assertEquals(1, objects().size());
      assertEquals(1, pool.revoke("sharer-2"));
      assertEquals(0, objects().size());
      assertThrows(BadInputException.class, () -> pool.offer(SLOTS.get(0), 1, 0));
    }
  }

  @Test
  void revokingDoesNotMendWhatIsDamaged() throws IOException {
    fill();
    flip(objects().get(0), 31f);
    try (PiecePool pool = pools.open(directory)) {
      pool.revoke("sharer-4");
      assertEquals(1, pool.verify(Progress.SILENT).size());
    }
  }

  @Test
  void aPackThatNoEntryNamesGoesAtTheNextOpening() throws IOException {
    fill();
    Path left = objects().get(0).resolveSibling("pack-7.safetensors");
    Files.copy(objects().get(0), left);
    Path unfinished = left.resolveSibling(AtomicFiles.UNFINISHED + "pack-8.safetensors-x");
    Files.writeString(unfinished, "half of a pack");
    pools.openExisting(directory).close();
    assertTrue(Files.exists(left), "who only reads changes nothing");
    pools.open(directory).close();
    assertFalse(Files.exists(left));
    assertFalse(Files.exists(unfinished));
    try (PiecePool pool = pools.openExisting(directory)) {
      assertEquals(List.of(), pool.verify(Progress.SILENT));
      assertEquals(SHARERS * SLOTS.size(), pool.size().pieces());
    }
  }

  @Test
  void whatIsNotWrittenWholeLeavesNoEntry() throws IOException {
    fill();
    String id;
    try (PiecePool pool = pools.open(directory)) {
      id = pool.id();
      Progress impatient =
          new Progress() {
            private int asked;

            @Override
            public void report(long done, long total, String unit) {}

            @Override
            public void checkCancelled() {
              if (++asked > 1) {
                throw new CancelledException();
              }
            }
          };
      PieceBlock more = block(SLOTS.get(0), 50, 60);
      assertThrows(CancelledException.class, () -> pool.put(List.of(more), impatient));
      assertEquals(id, pool.id());
    }
    pools.open(directory).close();
    assertEquals(1, objects().size());
    try (PiecePool pool = pools.openExisting(directory)) {
      assertEquals(id, pool.id());
      assertEquals(List.of(), pool.verify(Progress.SILENT));
    }
  }

  @Test
  void theIdentityIsThatOfTheEntries() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      String[] entries =
          pool.pieces()
              .map(
                  p ->
                      "%d %s %s %s %b"
                          .formatted(p.number(), p.sharer(), p.slot(), p.sha256(), p.revoked()))
              .toArray(String[]::new);
      assertEquals(Hashes.sha256OfStrings(entries), pool.id());
    }
  }

  @Test
  void whoReadsCannotChange() {
    fill();
    try (PiecePool pool = pools.openExisting(directory)) {
      assertThrows(IllegalStateException.class, () -> pool.revoke("sharer-1"));
      PieceBlock more = block(SLOTS.get(0), 50, 60);
      assertThrows(IllegalStateException.class, () -> pool.put(List.of(more), Progress.SILENT));
    }
  }

  @Test
  void exportedPoolIsImportedWhole() {
    fill();
    Path travelling = folder.resolve("export");
    try (PiecePool pool = pools.open(directory)) {
      pool.revoke("sharer-2");
      pool.exportTo(travelling);
    }
    try (PiecePool other = pools.open(folder.resolve("other"))) {
      assertEquals(18, other.importFrom(travelling, Progress.SILENT));
      assertEquals(List.of(), other.verify(Progress.SILENT));
      SlotPieces offered = other.offer(SLOTS.get(1), 1, 0);
      assertFalse(offered.sharers().contains("sharer-2"));
      assertArrayEquals(new float[] {3, 1}, offered.gates(manager).get(2).toFloatArray());
      assertEquals(18, other.importFrom(travelling, Progress.SILENT), "once more, as new entries");
      assertEquals(36, other.size().pieces());
    }
  }

  @Test
  void damagedImportAddsNothing() throws IOException {
    fill();
    Path travelling = folder.resolve("export");
    try (PiecePool pool = pools.openExisting(directory)) {
      pool.exportTo(travelling);
    }
    flip(travelling.resolve("pack-1.safetensors"), 31f);
    try (PiecePool other = pools.open(folder.resolve("other"))) {
      assertThrows(BadInputException.class, () -> other.importFrom(travelling, Progress.SILENT));
      assertEquals(0, other.size().entries());
      assertFalse(Files.exists(folder.resolve("other/packs/pack-1.safetensors")));
    }
  }

  @Test
  void sameContentHasOneHashAndBytesOfItsOwn() throws IOException {
    try (PiecePool pool = pools.open(directory)) {
      PieceBlock one = block(SLOTS.get(0), 1, 2);
      PieceBlock twin = new PieceBlock(one.slot(), List.of("twin"), one.tensors(), one.gates());
      pool.put(List.of(one), Progress.SILENT);
      pool.put(List.of(twin), Progress.SILENT);
      String hash = pool.piece(0).orElseThrow().sha256();
      assertEquals(hash, pool.piece(1).orElseThrow().sha256());
      Map<String, NDArray> alone = new LinkedHashMap<>();
      alone.put(SLOTS.get(0) + ".A", manager.create(new float[] {10, 11}));
      alone.put("gate", manager.create(new float[] {1, 0}));
      assertEquals(hash, Hashes.sha256(Safetensors.encode(alone, Map.of())));
      pool.revoke("twin");
      assertEquals(List.of(), pool.verify(Progress.SILENT));
      assertEquals(1, objects().size());
    }
  }

  private void fill() {
    try (PiecePool pool = pools.open(directory)) {
      pool.put(SLOTS.stream().map(slot -> block(slot, 0, SHARERS)).toList(), Progress.SILENT);
    }
  }

  /** The pieces of some sharers. */
  private PieceBlock block(String slot, int from, int to) {
    int index = SLOTS.indexOf(slot);
    float[] a = new float[2 * (to - from)];
    float[] gates = new float[2 * (to - from)];
    List<String> sharers = new ArrayList<>();
    for (int sharer = from; sharer < to; sharer++) {
      a[2 * (sharer - from)] = sharer * 10 + index;
      a[2 * (sharer - from) + 1] = sharer * 10 + index + 1;
      gates[2 * (sharer - from)] = sharer;
      gates[2 * (sharer - from) + 1] = index;
      sharers.add("sharer-" + sharer);
    }
    Shape shape = new Shape(to - from, 2);
    Bank bank = Bank.ofFlat(Map.of(slot + ".A", manager.create(a, shape)));
    return new PieceBlock(slot, sharers, bank, manager.create(gates, shape));
  }

  private static byte[] floats(float... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }

  private void loadAll(PiecePool pool) {
    for (String slot : SLOTS) {
      SlotPieces offered = pool.offer(slot, 1, 0);
      offered.read(IntStream.range(0, offered.size()).toArray(), manager).close();
    }
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(p -> p.toString().endsWith(".safetensors")).sorted().toList();
    }
  }

  private static boolean contains(Path root, byte[] wanted) throws IOException {
    String text = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
