package org.pieceworks.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.TestModels;
import org.pieceworks.storage.Safetensors;

/** Checkpoints come back as they were written; damaged and foreign ones are refused by name. */
class CheckpointTest {

  @TempDir Path folder;
  private NDManager manager;
  private BaseModel model;
  private Path checkpoint;

  @BeforeEach
  void saveModel() {
    manager = new Djl().engine().newBaseManager();
    model = TestModels.lively(TestModels.config(4, 2, false), 5, manager);
    checkpoint = folder.resolve("checkpoint");
    model.save(checkpoint, Precision.FLOAT32);
  }

  @AfterEach
  void closeModel() {
    model.close();
    manager.close();
  }

  @Test
  void savedModelComesBackBitForBit() {
    try (BaseModel loaded = load(checkpoint)) {
      assertEquals(model.config(), loaded.config());
      assertEquals(model.hash(), loaded.hash());
      NDArray tokens = TestModels.tokens(2, 2, 7, 1, manager);
      assertEquals(model.hidden(tokens, Adaptation.NONE), loaded.hidden(tokens, Adaptation.NONE));
    }
  }

  @Test
  void tiedHeadIsStoredOnce() {
    try (BaseModel tied = TestModels.lively(TestModels.config(4, 4, true), 5, manager)) {
      tied.save(folder.resolve("tied"), Precision.FLOAT32);
      assertFalse(
          Safetensors.header(folder.resolve("tied/model.safetensors"))
              .containsKey("lm_head.weight"));
      try (BaseModel loaded = load(folder.resolve("tied"))) {
        assertEquals(tied.hash(), loaded.hash());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyPrecisionIsStoredAndComputesNearlyTheSame(Precision precision) {
    Path half = folder.resolve("half");
    model.save(half, precision);
    Safetensors.header(half.resolve("model.safetensors"))
        .forEach((name, info) -> assertEquals(precision.name(), info.type().name(), name));
    double tolerance =
        switch (precision) {
          case FLOAT32 -> 0;
          case FLOAT16 -> 0.02;
          case BFLOAT16 -> 0.15;
        };
    NDArray tokens = TestModels.tokens(1, 2, 7, 1, manager);
    NDArray expected = logits(model, tokens);
    for (Precision held : Precision.values()) {
      try (BaseModel loaded = load(half, held)) {
        NDArray found = logits(loaded, tokens);
        assertEquals(DataType.FLOAT32, found.getDataType());
        double difference = expected.sub(found).abs().max().getFloat();
        double allowed = held == Precision.BFLOAT16 ? 0.15 : Math.max(tolerance, 0.02);
        assertTrue(
            difference <= (held == precision ? tolerance : allowed), held + " " + difference);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void storedAgainInTheSamePrecisionGivesTheSameBytes(Precision precision) throws IOException {
    model.save(folder.resolve("one"), precision);
    try (BaseModel loaded = load(folder.resolve("one"), precision)) {
      loaded.save(folder.resolve("two"), precision);
    }
    for (String name : names(folder.resolve("one"))) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(name)),
          Files.readAllBytes(folder.resolve("two").resolve(name)));
    }
  }

  @Test
  void halfPrecisionModelsMergeAndTrainTheirAdaptationsInFloat32() {
    model.save(folder.resolve("half"), Precision.FLOAT16);
    try (BaseModel loaded = load(folder.resolve("half"), Precision.FLOAT16)) {
      NDArray tokens = TestModels.tokens(1, 2, 7, 1, manager);
      loaded.hidden(
          tokens,
          (site, x, y) -> {
            assertEquals(DataType.FLOAT32, x.getDataType());
            assertEquals(DataType.FLOAT32, y.getDataType());
            return y;
          });
    }
  }

  @Test
  void directoryThatIsThereIsNotOverwritten() {
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> model.save(checkpoint, Precision.FLOAT32));
    assertTrue(failure.getMessage().contains("there already"), failure.getMessage());
  }

  @Test
  void shardsAreReadByTheirIndex() throws IOException {
    Path sharded = Files.createDirectory(folder.resolve("sharded"));
    Files.copy(checkpoint.resolve("config.json"), sharded.resolve("config.json"));
    List<Map<String, NDArray>> parts = List.of(new TreeMap<>(), new TreeMap<>());
    StringBuilder map = new StringBuilder();
    int[] next = {0};
    model
        .parameters()
        .forEach(
            (name, array) -> {
              int part = next[0]++ % 2;
              parts.get(part).put(name, array);
              map.append("\"%s\": \"part-%d.safetensors\",".formatted(name, part));
            });
    map.setLength(map.length() - 1);
    Path index = sharded.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"metadata\": {}, \"weight_map\": {" + map + "}}");
    Safetensors.write(sharded.resolve("part-0.safetensors"), parts.get(0), Map.of());
    refused(sharded, "part-1.safetensors", "there is no such file");
    Safetensors.write(sharded.resolve("part-1.safetensors"), parts.get(1), Map.of());
    try (BaseModel loaded = load(sharded)) {
      assertEquals(model.hash(), loaded.hash());
    }
    parts.get(1).putAll(parts.get(0));
    Safetensors.write(sharded.resolve("part-1.safetensors"), parts.get(1), Map.of());
    refused(sharded, "part-1.safetensors", "part-0.safetensors", "in one file");
    Files.writeString(index, "{\"weight_map\": {}}");
    refused(sharded, "index.json", "weight_map");
  }

  @Test
  void missingTensorIsNamed() {
    Map<String, NDArray> fewer = new LinkedHashMap<>(model.parameters());
    fewer.remove("model.layers.1.mlp.up_proj.weight");
    write(fewer);
    refused(
        checkpoint, "model.safetensors", "no tensor model.layers.1.mlp.up_proj.weight", "(40, 24)");
  }

  @Test
  void tensorOfAWrongShapeIsNamed() {
    Map<String, NDArray> wrong = new LinkedHashMap<>(model.parameters());
    wrong.put("model.norm.weight", manager.ones(new Shape(23)));
    write(wrong);
    refused(checkpoint, "model.safetensors: tensor model.norm.weight", "shape (23)", "(24)");
  }

  @Test
  void tensorOfWholeNumbersIsNamed() {
    Map<String, NDArray> wrong = new LinkedHashMap<>(model.parameters());
    wrong.put("model.norm.weight", manager.ones(new Shape(24), DataType.INT64));
    write(wrong);
    refused(checkpoint, "model.safetensors: tensor model.norm.weight", "int64", "floating-point");
  }

  @Test
  void tensorsThatAreNotNeededAreIgnored() {
    Map<String, NDArray> more = new LinkedHashMap<>(model.parameters());
    more.put("model.layers.0.self_attn.rotary_emb.inv_freq", manager.ones(new Shape(4)));
    write(more);
    try (BaseModel loaded = load(checkpoint)) {
      assertEquals(model.parameters().keySet(), loaded.parameters().keySet());
    }
  }

  @Test
  void damagedWeightsLeaveNothingInTheManager() throws IOException {
    int before = manager.getManagedArrays().size();
    byte[] bytes = Files.readAllBytes(checkpoint.resolve("model.safetensors"));
    Files.write(
        checkpoint.resolve("model.safetensors"),
        java.util.Arrays.copyOf(bytes, bytes.length - 100));
    refused(checkpoint, "model.safetensors");
    assertEquals(before, manager.getManagedArrays().size());
  }

  @Test
  void folderWithoutCheckpointIsRefused() throws IOException {
    refused(folder, "config.json", "there is no such file", "Hugging Face checkpoint directory");
    Files.delete(checkpoint.resolve("model.safetensors"));
    refused(checkpoint, "no weights", "model.safetensors, or shards");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model_type\" : \"llama\"|\"model_type\" : \"gpt2\"|model_type|gpt2|[llama, mistral, bert]",
        "\"model_type\" : \"llama\"|\"no\" : 1|model_type|nothing|[llama, mistral, bert]",
        "\"attention_bias\" : false|\"attention_bias\" : true|attention_bias|true|false",
        "\"mlp_bias\" : false|\"mlp_bias\" : \"no\"|mlp_bias|\"no\"|true or false",
        "\"silu\"|\"gelu\"|hidden_act|\"gelu\"|\"silu\"",
        "\"hidden_size\" : 24|\"hidden_size\" : 24.5|hidden_size|24.5|whole number",
        "\"hidden_size\" : 24|\"no\" : 24|hidden_size|nothing|whole number",
        "\"hidden_size\" : 24|\"hidden_size\" : 26|lm_head.weight|(61, 24)|(61, 26)",
        "\"num_key_value_heads\" : 2|\"num_key_value_heads\" : 3|num_key_value_heads|3|divisor",
        "\"head_dim\" : 8|\"head_dim\" : 7|head_dim|7|even",
        "\"num_attention_heads\" : 4|\"num_attention_heads\" : 0|num_attention_heads|0|at least 1",
        "\"rms_norm_eps\" : 1.0E-5|\"rms_norm_eps\" : \"x\"|rms_norm_eps|\"x\"|number",
        "\"eos_token_id\" : 2|\"eos_token_id\" : \"2\"|eos_token_id|\"2\"|token id",
        "\"mlp_bias\"|\"rope_scaling\" : {\"type\": \"linear\"}, \"mlp_bias\"|rope_scaling|linear|default",
        "\"mlp_bias\"|\"rope_scaling\" : {\"rope_type\": \"llama3\"}, \"mlp_bias\"|rope_scaling|llama3|default",
        "\"mlp_bias\"|\"mlp_bias\" : false, \"mlp_bias\"|not valid JSON|Duplicate|mlp_bias",
        "{|[|not valid JSON|config.json|config.json"
      })
  void configThatAsksForSomethingElseIsRefused(
      String key, String change, String where, String found, String expected) throws IOException {
    Path file = checkpoint.resolve("config.json");
    String json = Files.readString(file);
    assertTrue(json.contains(key), json);
    Files.writeString(file, json.replace(key, change));
    refused(checkpoint, where, found, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sliding_window\": null, \"rope_scaling\": null",
        "\"pretraining_tp\": 1, \"use_cache\": true",
        "\"rope_parameters\": {\"rope_theta\": 10000.0, \"rope_type\": \"default\"}"
      })
  void usualExtrasOfConfigsAreFine(String extra) throws IOException {
    Path file = checkpoint.resolve("config.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{" + extra + ","));
    try (BaseModel loaded = load(checkpoint)) {
      assertEquals(model.config(), loaded.config());
    }
  }

  @Test
  void newerKeyOfRotaryPositionsAndListsOfEndTokensAreRead() throws IOException {
    Path file = checkpoint.resolve("config.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"rope_theta\" : 10000.0", "\"rope_parameters\": {\"rope_theta\": 5e5}")
            .replace("\"eos_token_id\" : 2", "\"eos_token_id\": [5, 6]")
            .replace("\"model_type\" : \"llama\"", "\"model_type\": \"mistral\"")
            .replaceFirst("\\{", "{\"sliding_window\": 100,"));
    try (BaseModel loaded = load(checkpoint)) {
      assertEquals(5e5, ((DecoderConfig) loaded.config()).ropeTheta());
      assertEquals(5, loaded.config().endToken());
      assertEquals(100, loaded.config().maxPositions());
      assertNotEquals(model.hash(), loaded.hash());
    }
  }

  private void write(Map<String, NDArray> tensors) {
    Safetensors.write(checkpoint.resolve("model.safetensors"), tensors, Map.of());
  }

  private void refused(Path directory, String... parts) {
    String message = assertThrows(BadInputException.class, () -> load(directory)).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message + " lacks " + part);
    }
  }

  private BaseModel load(Path directory) {
    return load(directory, Precision.FLOAT32);
  }

  private BaseModel load(Path directory, Precision precision) {
    return TestModels.models().load(directory, precision, manager);
  }

  private static NDArray logits(BaseModel model, NDArray tokens) {
    return model.logits(model.hidden(tokens, Adaptation.NONE));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
