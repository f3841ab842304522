package org.pieceworks.experiment.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.pool.H2PiecePools;

class PoolFolderTest {

  @TempDir Path folder;

  private final H2PiecePools pools = new H2PiecePools();

  private PoolFolder at(String name) {
    return new PoolFolder(pools, folder.resolve(name));
  }

  /** Two sharers at one slot. */
  @BeforeEach
  void fill() {
    try (NDManager manager = new PyTorchEngine(new Djl()).open("cpu");
        PiecePool pool = pools.open(folder.resolve("pool"))) {
      Bank tensors = Bank.ofFlat(Map.of("layers.0.q_proj.A", manager.ones(new Shape(2, 3, 4))));
      pool.put(
          List.of(
              new PieceBlock(
                  "layers.0.q_proj",
                  List.of("ann", "bob"),
                  tensors,
                  manager.ones(new Shape(2, 4)))),
          Progress.SILENT);
    }
  }

  @Test
  void whatIsExportedCanBeImportedIntoAPoolThatIsMadeForIt() {
    assertEquals(2, at("pool").exportTo(folder.resolve("out")));
    assertEquals(2, at("fresh").importFrom(folder.resolve("out"), Progress.SILENT));
    assertEquals("sound: 2 pieces", at("fresh").verify(Progress.SILENT).sentence());
  }

  @Test
  void aFailedImportLeavesNoPoolBehind() throws IOException {
    Files.createDirectories(folder.resolve("nothing"));
    assertThrows(
        BadInputException.class,
        () -> at("fresh").importFrom(folder.resolve("nothing"), Progress.SILENT));
    assertFalse(Files.exists(folder.resolve("fresh")));
  }

  @Test
  void aCopyIsAPoolOfItsOwn() {
    assertEquals(2, at("pool").copyTo(folder.resolve("copy"), Progress.SILENT));
    assertEquals(1, at("copy").revoke("ann"));
    try (PiecePool copy = at("copy").open();
        PiecePool original = at("pool").open()) {
      assertEquals(1, copy.size().pieces());
      assertEquals(2, original.size().pieces());
    }
    assertEquals(2, folder.toFile().list().length, "nothing passing is left");
  }

  @Test
  void nothingIsWrittenOverWhatIsThere() {
    assertThrows(BadInputException.class, () -> at("pool").exportTo(folder));
    assertThrows(BadInputException.class, () -> at("pool").copyTo(folder, Progress.SILENT));
  }

  @Test
  void aSharerWhoIsNotThereIsNamedWithTheNearest() {
    BadInputException e = assertThrows(BadInputException.class, () -> at("pool").revoke("anna"));
    assertTrue(e.getMessage().contains("such as ann"), e.getMessage());
  }

  @Test
  void aFolderThatIsNoPoolDoesNotBecomeOne() {
    assertThrows(BadInputException.class, () -> at("absent").revoke("ann"));
    assertFalse(Files.exists(folder.resolve("absent")));
  }
}
