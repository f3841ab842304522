package org.pieceworks.peft.lora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.Safetensors;

class LoraTest {

  private static final float EXACT = 1e-6f;
  private static final DecoderConfig CONFIG =
      new DecoderConfig(12, 2, 2, 2, 6, 24, 300, 1e-5, 10_000, 32, true, 1, 2);
  private static final LoraOptions OPTIONS =
      new LoraOptions(3, 6, 0.05, List.of("q_proj", "up_proj"));
  private static final List<SiteShape> SITES =
      List.of(
          new SiteShape(new Site(0, "q_proj"), 8, 6), new SiteShape(new Site(0, "up_proj"), 8, 10));

  private static final Site Q = new Site(0, "q_proj");

  private final Lora lora = new Lora();
  private final Adapters adapters = new LoraAdapters(SITES, OPTIONS);
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
  void adaptsTheModulesThatItTargetsAndNoOthers() {
    Bank bank = adapters.create(2, 1, manager);
    assertEquals(
        List.of(new Site(0, "q_proj"), new Site(0, "up_proj")),
        List.copyOf(bank.tensors().keySet()));
    assertEquals(2 * 3L * (8 + 6) / 2 + 3 * (8 + 10), bank.parametersPerMember());
  }

  @Test
  void startsAsTheBaseModelWithTheSameFactorForEverybody() {
    Bank bank = adapters.create(2, 1, manager);
    Map<String, NDArray> tensors = bank.tensors().get(new Site(0, "q_proj"));
    assertArrayEquals(
        tensors.get("A").get(0).toFloatArray(), tensors.get("A").get(1).toFloatArray());
    NDArray input = manager.randomNormal(new Shape(2, 4, 8));
    NDArray output = manager.randomNormal(new Shape(2, 4, 6));
    NDArray adapted = adapters.apply(Q, tensors, input, output, false);
    assertArrayEquals(output.toFloatArray(), adapted.toFloatArray());
  }

  @Test
  void actsAsItsDenseChange() {
    Map<String, NDArray> tensors = random(2).tensors().get(new Site(0, "q_proj"));
    NDArray input = manager.randomNormal(new Shape(2, 4, 8));
    NDArray nothing = manager.zeros(new Shape(2, 4, 6));
    NDArray adapted = adapters.apply(Q, tensors, input, nothing, false);
    NDArray dense = input.matMul(adapters.delta(Q, tensors).transpose(0, 2, 1));
    assertArrayEquals(dense.toFloatArray(), adapted.toFloatArray(), 1e-4f);
  }

  @Test
  void productMergeIsTheWeightedSumOfTheChanges() {
    Map<String, NDArray> tensors = random(4).tensors().get(new Site(0, "q_proj"));
    NDArray index = manager.create(new long[] {2, 0, 1, 3}, new Shape(2, 2));
    NDArray weights = manager.create(new float[] {0.75f, 0.25f, 1, 0}, new Shape(2, 2));
    NDArray merged =
        adapters.delta(Q, adapters.merge(Q, tensors, index, weights, MergeForm.PRODUCT));
    NDArray changes = adapters.delta(Q, tensors);
    NDArray first = changes.get(2).mul(0.75).add(changes.get(0).mul(0.25));
    assertArrayEquals(first.toFloatArray(), merged.get(0).toFloatArray(), 1e-5f);
    assertArrayEquals(changes.get(1).toFloatArray(), merged.get(1).toFloatArray(), 1e-5f);
  }

  @Test
  void factorAverageIsTheWeightedSumOfTheFactors() {
    Map<String, NDArray> tensors = random(3).tensors().get(new Site(0, "q_proj"));
    NDArray index = manager.create(new long[] {2, 0}, new Shape(1, 2));
    NDArray weights = manager.create(new float[] {0.75f, 0.25f}, new Shape(1, 2));
    Map<String, NDArray> merged =
        adapters.merge(Q, tensors, index, weights, MergeForm.FACTOR_AVERAGE);
    for (String factor : List.of("A", "B")) {
      NDArray own = tensors.get(factor);
      NDArray expected = own.get(2).mul(0.75).add(own.get(0).mul(0.25));
      assertArrayEquals(expected.toFloatArray(), merged.get(factor).get(0).toFloatArray(), EXACT);
    }
  }

  @Test
  void returnsFromHuggingFaceFormAsItWentIn(@TempDir Path folder) {
    Bank bank = random(2);
    Path directory = folder.resolve("adapter");
    lora.exportTo(directory, bank, 1, OPTIONS, new ExportBase(CONFIG, "base", Map.of()));
    Imported<LoraOptions> imported = lora.importFrom(directory, CONFIG, manager);
    assertEquals(OPTIONS, imported.options());
    Bank expected = bank.select(new int[] {1}, manager);
    assertEquals(expected.flat().keySet(), imported.bank().flat().keySet());
    expected
        .flat()
        .forEach(
            (name, array) ->
                assertArrayEquals(
                    array.toFloatArray(), imported.bank().flat().get(name).toFloatArray()));
  }

  @Test
  void anAdapterOfAnEncoderHasTheNamesOfItsClassifier(@TempDir Path folder) throws IOException {
    EncoderConfig config =
        new EncoderConfig(
            12, 2, 2, 24, 300, 2, 1e-12, 32, Pooling.MEAN, List.of("red", "blue"), 2, 3);
    Bank bank = random(2);
    Path directory = folder.resolve("adapter");
    lora.exportTo(directory, bank, 1, OPTIONS, new ExportBase(config, "base", Map.of()));
    String adapter = Files.readString(directory.resolve("adapter_config.json"));
    assertTrue(adapter.contains("\"task_type\" : \"SEQ_CLS\""), adapter);
    assertTrue(adapter.contains("\"bert.encoder.layer.0.attention.self.query\""), adapter);
    assertTrue(
        Safetensors.header(directory.resolve("adapter_model.safetensors"))
            .containsKey(
                "base_model.model.bert.encoder.layer.0.attention.self.query.lora_A.weight"));
    Imported<LoraOptions> imported = lora.importFrom(directory, CONFIG, manager);
    assertEquals(bank.flat().keySet(), imported.bank().flat().keySet());
  }

  @Test
  void mergedAdapterKeepsItsStrengthInHuggingFaceForm(@TempDir Path folder) {
    Bank bank = random(3);
    Site site = new Site(0, "q_proj");
    NDArray index = manager.create(new long[] {2, 0}, new Shape(1, 2));
    NDArray weights = manager.create(new float[] {0.5f, 0.5f}, new Shape(1, 2));
    Map<String, NDArray> merged =
        adapters.merge(site, bank.tensors().get(site), index, weights, MergeForm.PRODUCT);
    Path directory = folder.resolve("adapter");
    lora.exportTo(
        directory,
        new Bank(Map.of(site, merged)),
        0,
        OPTIONS,
        new ExportBase(CONFIG, "base", Map.of()));
    Imported<LoraOptions> imported = lora.importFrom(directory, CONFIG, manager);
    assertArrayEquals(
        adapters.delta(site, merged).toFloatArray(),
        new LoraAdapters(SITES, imported.options())
            .delta(site, imported.bank().tensors().get(site))
            .toFloatArray(),
        EXACT);
  }

  @Test
  void saysWhatIsWrongWithAnAdapterOfAnotherType(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("adapter_config.json"), "{\"peft_type\": \"IA3\"}");
    BadInputException error =
        assertThrows(BadInputException.class, () -> lora.importFrom(folder, CONFIG, manager));
    assertTrue(error.getMessage().contains("IA3"), error.getMessage());
    assertTrue(error.getMessage().contains("LORA"), error.getMessage());
  }

  /** A bank whose factors are all random. */
  private Bank random(int members) {
    Bank bank = adapters.create(members, 1, manager);
    bank.flat().values().forEach(a -> manager.randomNormal(a.getShape()).copyTo(a));
    return bank;
  }
}
