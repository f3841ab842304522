package org.pieceworks.peft.ia3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Linear;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.Safetensors;

class Ia3Test {

  private static final EncoderConfig CONFIG =
      new EncoderConfig(6, 1, 2, 8, 300, 2, 1e-12, 32, Pooling.MEAN, List.of("x", "y"), 2, 3);
  private static final Ia3Options OPTIONS = new Ia3Options(List.of("k_proj"), List.of("down_proj"));
  private static final Site KEY = new Site(0, "k_proj");
  private static final Site DOWN = new Site(0, "down_proj");

  private NDManager manager;
  private NDArray weight;
  private NDArray bias;
  private Ia3Adapters adapters;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
    weight = manager.randomNormal(new Shape(6, 8));
    bias = manager.randomNormal(new Shape(6));
    adapters =
        new Ia3Adapters(
            List.of(new SiteShape(KEY, 8, 6), new SiteShape(DOWN, 8, 6)),
            site -> new Linear(weight, Optional.of(bias)),
            OPTIONS);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void scalesAnOutputWithItsBias() {
    NDArray input = manager.randomNormal(new Shape(2, 4, 8));
    NDArray output = input.matMul(weight.transpose()).add(bias);
    NDArray deviation = manager.randomNormal(new Shape(2, 6));
    NDArray adapted = adapters.apply(KEY, Map.of(Ia3.DEVIATION, deviation), input, output, false);
    NDArray expected = output.mul(deviation.add(1).expandDims(1));
    assertArrayEquals(expected.toFloatArray(), adapted.toFloatArray(), 1e-4f);
  }

  @Test
  void scalesAnInputAndLeavesTheBiasAlone() {
    NDArray input = manager.randomNormal(new Shape(2, 4, 8));
    NDArray output = input.matMul(weight.transpose()).add(bias);
    NDArray deviation = manager.randomNormal(new Shape(2, 8));
    NDArray adapted = adapters.apply(DOWN, Map.of(Ia3.DEVIATION, deviation), input, output, false);
    NDArray expected =
        input.mul(deviation.add(1).expandDims(1)).matMul(weight.transpose()).add(bias);
    assertArrayEquals(expected.toFloatArray(), adapted.toFloatArray(), 1e-4f);
  }

  @Test
  void isNotMergeable() {
    assertFalse(new Ia3().form(OPTIONS).mergeable());
  }

  @Test
  void noModuleIsScaledOnBothSides() {
    Ia3Options both = new Ia3Options(List.of("k_proj"), List.of("k_proj"));
    BadInputException error = assertThrows(BadInputException.class, () -> new Ia3().form(both));
    assertTrue(error.getMessage().contains("k_proj"), error.getMessage());
  }

  @Test
  void filesHoldScalesInTheShapesOfPeft(@TempDir Path folder) throws IOException {
    Bank bank = adapters.create(2, 1, manager);
    bank.tensors().get(KEY).get(Ia3.DEVIATION).addi(0.5);
    Path directory = folder.resolve("adapter");
    new Ia3().exportTo(directory, bank, 1, OPTIONS, new ExportBase(CONFIG, "base", Map.of()));
    Map<String, NDArray> named =
        Safetensors.read(directory.resolve("adapter_model.safetensors"), manager);
    NDArray key = named.get("base_model.model.bert.encoder.layer.0.attention.self.key.ia3_l");
    NDArray down = named.get("base_model.model.bert.encoder.layer.0.output.dense.ia3_l");
    assertEquals(new Shape(6, 1), key.getShape());
    assertEquals(new Shape(1, 8), down.getShape());
    assertEquals(1.5f, key.max().getFloat());
    assertEquals(1f, down.max().getFloat());
    String config = Files.readString(directory.resolve("adapter_config.json"));
    assertTrue(
        config.contains("\"feedforward_modules\" : [ \"bert.encoder.layer.0.output.dense\" ]"),
        config);
  }
}
