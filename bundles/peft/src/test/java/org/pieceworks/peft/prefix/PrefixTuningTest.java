package org.pieceworks.peft.prefix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.Safetensors;

class PrefixTuningTest {

  private static final DecoderConfig CONFIG =
      new DecoderConfig(16, 2, 4, 2, 4, 24, 300, 1e-5, 10_000, 32, true, 1, 2);
  private static final PrefixTuningOptions OPTIONS = new PrefixTuningOptions(3);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void keysTurnedThereAndBackAreTheSame() {
    NDArray keys = manager.randomNormal(new Shape(3, 8));
    NDArray back = KeyTurn.by(-5, KeyTurn.by(5, keys, CONFIG), CONFIG);
    assertArrayEquals(keys.toFloatArray(), back.toFloatArray(), 1e-6f);
  }

  @Test
  void turnedKeysMeetQueriesOfLaterPositionsAsBefore() {
    NDArray query = manager.randomNormal(new Shape(1, 4));
    NDArray key = manager.randomNormal(new Shape(1, 4));
    for (int position = 0; position < 6; position++) {
      float ours = KeyTurn.by(position, query, CONFIG).mul(key).sum().getFloat();
      NDArray later = KeyTurn.by(position + 3, query, CONFIG);
      float theirs = later.mul(KeyTurn.by(3, key, CONFIG)).sum().getFloat();
      assertEquals(ours, theirs, 1e-5f);
    }
  }

  @Test
  void aFileHoldsKeysThenValuesLayerAfterLayer(@TempDir Path folder) {
    Bank bank = new PrefixAdapters(CONFIG, 3).create(2, 1, manager);
    Path directory = folder.resolve("adapter");
    new PrefixTuning()
        .exportTo(directory, bank, 1, OPTIONS, new ExportBase(CONFIG, "base", Map.of()));
    NDArray all =
        Safetensors.read(directory.resolve("adapter_model.safetensors"), manager)
            .get("prompt_embeddings");
    assertEquals(new Shape(3, 2 * 2 * 8), all.getShape());
    for (int layer = 0; layer < 2; layer++) {
      var both = bank.tensors().get(Site.prefix(layer));
      NDArray keys = KeyTurn.by(3, both.get(PrefixTuning.KEYS).get(1), CONFIG);
      int from = layer * 16;
      assertArrayEquals(
          keys.toFloatArray(), all.get(":, " + from + ":" + (from + 8)).toFloatArray());
      assertArrayEquals(
          both.get(PrefixTuning.VALUES).get(1).toFloatArray(),
          all.get(":, " + (from + 8) + ":" + (from + 16)).toFloatArray());
    }
  }

  @Test
  void refusesEncodersAndWritesNothing(@TempDir Path folder) {
    EncoderConfig encoder =
        new EncoderConfig(16, 2, 2, 24, 300, 2, 1e-12, 32, Pooling.MEAN, List.of("x", "y"), 2, 3);
    Bank bank = new PrefixAdapters(encoder, 3).create(1, 1, manager);
    Path directory = folder.resolve("adapter");
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () ->
                new PrefixTuning()
                    .exportTo(
                        directory, bank, 0, OPTIONS, new ExportBase(encoder, "base", Map.of())));
    assertTrue(error.getMessage().contains("encoder"), error.getMessage());
    assertTrue(Files.notExists(directory));
  }
}
