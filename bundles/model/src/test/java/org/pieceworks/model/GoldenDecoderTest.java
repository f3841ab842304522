package org.pieceworks.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.model.Precision;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.storage.Safetensors;

/** The decoder against numbers of the papers' reference code. */
class GoldenDecoderTest {

  private Path golden;
  private JsonNode manifest;
  private NDManager manager;
  private Decoder model;

  @BeforeEach
  void loadModel() throws IOException {
    golden = TestModels.golden();
    Assumptions.assumeTrue(Files.exists(golden), "no golden vectors at " + golden);
    manifest = new ObjectMapper().readTree(golden.resolve("manifest.json").toFile());
    manager = new Djl().engine().newBaseManager();
    model = (Decoder) TestModels.models().load(golden, Precision.FLOAT32, manager);
  }

  @AfterEach
  void closeModel() {
    if (manager != null) {
      manager.close();
    }
  }

  @Test
  void givesTheLogitsOfTheReference() {
    Map<String, NDArray> vectors =
        Safetensors.read(golden.resolve("base_forward.safetensors"), manager);
    NDArray tokens = vectors.get("input_ids").expandDims(0);
    NDArray logits = model.logits(model.hidden(tokens, Adaptation.NONE));
    NDArray expected = vectors.get("logits").reshape(logits.getShape());
    double difference = logits.sub(expected).abs().max().getFloat();
    double tolerance = manifest.path("tolerance").path("logits").asDouble();
    assertTrue(difference <= tolerance, "logits differ by " + difference);
  }

  @Test
  void answersAsTheReferenceAndTheSameAloneOrTogether() {
    JsonNode generation = manifest.path("scalars").path("generation");
    List<int[]> prompts = new ArrayList<>();
    List<int[]> answers = new ArrayList<>();
    for (int i = 0; i < generation.path("prompts_without_bos").size(); i++) {
      int[] prompt = ids("1 " + generation.path("prompts_without_bos").get(i).asText());
      int[] whole = ids(generation.path("base").path("decoded").get(i).asText());
      prompts.add(prompt);
      answers.add(Arrays.copyOfRange(whole, prompt.length, whole.length));
    }
    assertEquals(2, prompts.size());
    int most = generation.path("max_gen_len").asInt();
    List<List<int[]>> rows = generate(List.of(prompts), most);
    assertArrayEquals(answers.get(0), rows.get(0).get(0));
    assertArrayEquals(answers.get(1), rows.get(0).get(1));
    List<List<int[]>> members =
        generate(List.of(List.of(prompts.get(1)), List.of(prompts.get(0))), most);
    assertArrayEquals(answers.get(1), members.get(0).get(0));
    assertArrayEquals(answers.get(0), members.get(1).get(0));
  }

  private List<List<int[]>> generate(List<List<int[]>> prompts, int most) {
    GenerationOptions options = new GenerationOptions(most, 0, 1, 64);
    return model.generate(prompts, Adaptation.NONE, options, 0, Progress.SILENT);
  }

  private static int[] ids(String blankSeparated) {
    return Arrays.stream(blankSeparated.split(" ")).mapToInt(Integer::parseInt).toArray();
  }
}
