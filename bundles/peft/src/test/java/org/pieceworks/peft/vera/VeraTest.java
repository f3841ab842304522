package org.pieceworks.peft.vera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.Safetensors;

class VeraTest {

  private static final DecoderConfig CONFIG =
      new DecoderConfig(8, 1, 2, 2, 4, 12, 300, 1e-5, 10_000, 32, true, 1, 2);
  private static final VeraOptions OPTIONS =
      new VeraOptions(5, 7, 0, List.of("q_proj", "down_proj"));
  private static final Site Q = new Site(0, "q_proj");
  private static final Site DOWN = new Site(0, "down_proj");

  private NDManager manager;
  private Projections projections;
  private VeraAdapters adapters;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
    projections = Projections.of(7, 5, 12, 8, manager);
    adapters =
        new VeraAdapters(
            List.of(new SiteShape(Q, 8, 8), new SiteShape(DOWN, 12, 8)), projections, OPTIONS);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void actsAsTheScalesOfThePaper() {
    Map<String, NDArray> tensors = random(1).tensors().get(Q);
    NDArray input = manager.randomNormal(new Shape(1, 4, 8));
    NDArray nothing = manager.zeros(new Shape(1, 4, 8));
    NDArray narrow = input.matMul(projections.read().get(":, :8").transpose());
    NDArray expected =
        narrow
            .mul(tensors.get(Vera.RANKS))
            .matMul(projections.write().transpose())
            .mul(tensors.get(Vera.OUTPUTS));
    NDArray change = adapters.change(Q, tensors, input, nothing, false);
    assertArrayEquals(expected.toFloatArray(), change.toFloatArray(), 1e-5f);
  }

  @Test
  void aSeedAlwaysGivesTheSameProjections() {
    Projections again = Projections.of(7, 5, 12, 8, manager);
    assertEquals(projections.read(), again.read());
    assertEquals(projections.write(), again.write());
    assertTrue(!projections.read().equals(Projections.of(8, 5, 12, 8, manager).read()));
  }

  @Test
  void aSumOfAdaptersHasNoHuggingFaceForm(@TempDir Path folder) {
    Bank bank = random(2);
    NDArray index = manager.create(new long[] {0, 1}, new Shape(1, 2));
    NDArray weights = manager.create(new float[] {0.5f, 0.5f}, new Shape(1, 2));
    Map<String, NDArray> merged =
        adapters.merge(Q, bank.tensors().get(Q), index, weights, MergeForm.PRODUCT);
    assertEquals(new Shape(1, 2, 5), merged.get(Vera.RANKS).getShape());
    Path directory = folder.resolve("adapter");
    Bank sum = new Bank(Map.of(Q, merged));
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () ->
                new Vera()
                    .exportTo(
                        directory, sum, 0, OPTIONS, new ExportBase(CONFIG, "base", Map.of())));
    assertTrue(error.getMessage().contains("sum of 2"), error.getMessage());
    assertTrue(Files.notExists(directory));
  }

  @Test
  void projectionsOfAnotherOriginAreRefused(@TempDir Path folder) {
    Path directory = folder.resolve("adapter");
    new Vera().exportTo(directory, random(1), 0, OPTIONS, new ExportBase(CONFIG, "base", Map.of()));
    Path file = directory.resolve("adapter_model.safetensors");
    Map<String, NDArray> named = new LinkedHashMap<>(Safetensors.read(file, manager));
    named.get("base_model.vera_A").addi(1);
    Safetensors.write(file, named, Map.of());
    BadInputException error =
        assertThrows(
            BadInputException.class, () -> new Vera().importFrom(directory, CONFIG, manager));
    assertTrue(error.getMessage().contains("another origin"), error.getMessage());
  }

  private Bank random(int members) {
    Bank bank = adapters.create(members, 1, manager);
    bank.flat().values().forEach(a -> manager.randomNormal(a.getShape()).copyTo(a));
    return bank;
  }
}
