package org.pieceworks.peft.dora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
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
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Linear;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.storage.Safetensors;

class DoraTest {

  private static final DecoderConfig CONFIG =
      new DecoderConfig(8, 1, 2, 2, 4, 24, 300, 1e-5, 10_000, 32, true, 1, 2);
  private static final DoraOptions OPTIONS = new DoraOptions(3, 6, 0, List.of("q_proj"));
  private static final Site Q = new Site(0, "q_proj");
  private static final List<SiteShape> SITES = List.of(new SiteShape(Q, 8, 6));

  private NDManager manager;
  private NDArray weight;
  private NDArray bias;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
    manager.getEngine().setRandomSeed(1);
    weight = manager.randomNormal(new Shape(6, 8));
    bias = manager.randomNormal(new Shape(6));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void theNormsAreThoseOfTheDenseMatrix() {
    NDArray a = manager.randomNormal(new Shape(2, 3, 8));
    NDArray b = manager.randomNormal(new Shape(2, 6, 3));
    NDArray dense = b.matMul(a).mul(2).add(weight).square().sum(new int[] {2}).sqrt();
    NDArray norms = rows(weight).norms(a, b, 2, manager);
    assertArrayEquals(dense.toFloatArray(), norms.toFloatArray(), 1e-4f);
  }

  @Test
  void aRowOfZerosChangesNothingAtTheStart() {
    NDArray zeros = manager.zeros(new Shape(6, 8));
    DoraAdapters adapters = adapters(zeros);
    Map<String, NDArray> fresh = adapters.create(1, 1, manager).tensors().get(Q);
    assertArrayEquals(new float[48], adapters.delta(Q, fresh).toFloatArray());
  }

  @Test
  void halfWideWeightsAreReadAsTheyAre() {
    NDArray half = weight.toType(DataType.FLOAT16, true);
    DoraAdapters adapters = adapters(half);
    Map<String, NDArray> fresh = adapters.create(2, 1, manager).tensors().get(Q);
    NDArray norms = half.toType(DataType.FLOAT32, true).norm(2, new int[] {1}, false);
    assertArrayEquals(norms.toFloatArray(), fresh.get(Dora.MAGNITUDE).get(0).toFloatArray(), 1e-5f);
    assertEquals(DataType.FLOAT32, adapters.delta(Q, fresh).getDataType());
  }

  @Test
  void theBiasIsNotScaled() {
    DoraAdapters adapters = adapters(weight);
    Map<String, NDArray> tensors = adapters.create(1, 1, manager).tensors().get(Q);
    tensors.get(Dora.MAGNITUDE).muli(3);
    NDArray input = manager.randomNormal(new Shape(1, 4, 8));
    NDArray plain = input.matMul(weight.transpose());
    NDArray adapted = adapters.apply(Q, tensors, input, plain.add(bias), false);
    assertArrayEquals(plain.mul(3).add(bias).toFloatArray(), adapted.toFloatArray(), 1e-4f);
  }

  @Test
  void theNormIsAConstantInTheGradient() {
    DoraAdapters adapters = adapters(weight);
    Map<String, NDArray> tensors = random(1);
    NDArray input = manager.randomNormal(new Shape(1, 4, 8));
    NDArray output = input.matMul(weight.transpose()).add(bias);
    NDArray asked = manager.randomNormal(new Shape(1, 4, 6));
    NDArray b = tensors.get(Dora.B);
    b.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(adapters.change(Q, tensors, input, output, true).mul(asked).sum());
    }
    NDArray scales =
        tensors
            .get(Dora.MAGNITUDE)
            .div(rows(weight).norms(tensors.get(Dora.A), b, OPTIONS.scale(), manager));
    NDArray narrow = input.matMul(tensors.get(Dora.A).transpose(0, 2, 1)); // [1, 4, 3]
    NDArray expected =
        asked
            .mul(scales.expandDims(1))
            .transpose(0, 2, 1)
            .matMul(narrow)
            .mul(OPTIONS.scale()); // [1, 6, 3]
    assertArrayEquals(expected.toFloatArray(), b.getGradient().toFloatArray(), 1e-3f);
  }

  @Test
  void aProductOfAdaptersThatTurnRowsAroundIsExactToo() {
    DoraAdapters adapters = adapters(weight);
    Map<String, NDArray> tensors = random(2);
    tensors.get(Dora.MAGNITUDE).muli(-1);
    NDArray index = manager.create(new long[] {0, 1}, new Shape(1, 2));
    NDArray weights = manager.create(new float[] {0.6f, 0.4f}, new Shape(1, 2));
    NDArray merged =
        adapters.delta(Q, adapters.merge(Q, tensors, index, weights, MergeForm.PRODUCT));
    NDArray each = adapters.delta(Q, tensors);
    NDArray expected = each.get(0).mul(0.6).add(each.get(1).mul(0.4));
    assertArrayEquals(expected.toFloatArray(), merged.get(0).toFloatArray(), 1e-4f);
  }

  @Test
  void aMergedAdapterKeepsItsStrengthInHuggingFaceForm(@TempDir Path folder) throws IOException {
    DoraAdapters adapters = adapters(weight);
    NDArray index = manager.create(new long[] {1, 0}, new Shape(1, 2));
    NDArray weights = manager.create(new float[] {0.5f, 0.5f}, new Shape(1, 2));
    Map<String, NDArray> merged = adapters.merge(Q, random(2), index, weights, MergeForm.PRODUCT);
    Path directory = folder.resolve("adapter");
    new Dora()
        .exportTo(
            directory,
            new Bank(Map.of(Q, merged)),
            0,
            OPTIONS,
            new ExportBase(CONFIG, "base", Map.of()));
    assertTrue(
        Files.readString(directory.resolve("adapter_config.json")).contains("\"use_dora\" : true"));
    assertEquals(
        new Shape(6),
        Safetensors.read(directory.resolve("adapter_model.safetensors"), manager)
            .get("base_model.model.model.layers.0.self_attn.q_proj.lora_magnitude_vector")
            .getShape());
    var read = new Dora().importFrom(directory, CONFIG, manager);
    assertEquals(6, read.options().rank());
    assertEquals(12, read.options().alpha());
    DoraAdapters again = new DoraAdapters(SITES, Map.of(Q, rows(weight)), read.options());
    assertArrayEquals(
        adapters.delta(Q, merged).toFloatArray(),
        again.delta(Q, read.bank().tensors().get(Q)).toFloatArray(),
        1e-6f);
    assertThrows(BadInputException.class, () -> new Lora().importFrom(directory, CONFIG, manager));
  }

  private Rows rows(NDArray frozen) {
    return Rows.of(new Linear(frozen, Optional.of(bias)), manager);
  }

  private DoraAdapters adapters(NDArray frozen) {
    return new DoraAdapters(SITES, Map.of(Q, rows(frozen)), OPTIONS);
  }

  /** Tensors that are all random. */
  private Map<String, NDArray> random(int members) {
    return Map.of(
        Dora.A, manager.randomNormal(new Shape(members, 3, 8)),
        Dora.B, manager.randomNormal(new Shape(members, 6, 3)),
        Dora.MAGNITUDE, manager.randomUniform(1, 4, new Shape(members, 6)));
  }
}
