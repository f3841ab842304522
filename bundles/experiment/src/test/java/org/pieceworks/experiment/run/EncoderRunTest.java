package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pieceworks.experiment.trial.RandomEncoder;
import org.pieceworks.experiment.trial.Workbench;

/** Whole runs with an encoder as the base model. */
class EncoderRunTest {

  private static final String TINY =
      """
      dataset: {use: personas, task: %s, users: 24, items: 16, queries: 4, personas: 2}
      split: {base: 8, candidates: 6, targets: 4}
      model: {checkpoint: encoder}
      adaptation:
        peft: {use: lora, rank: 2, alpha: 2, modules: [q_proj, up_proj]}
        training: {rate: 1e-2, max-steps: 6, batch: 8}
        stopping: {held-back: 0.25, every: 2, patience: 2}
      decomposition: %s
      gating: %s
      peft: {use: lora, rank: 2, alpha: 2, modules: [q_proj, v_proj, down_proj]}
      training: {rate: 1e-2, max-steps: 3, batch: 4}
      sharers: {count: 4}
      seeds: [0]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeEncoder() throws IOException {
    RandomEncoder.write(folder.resolve("encoder"));
  }

  private RunResult run(String out, String task, String decomposition, String gating)
      throws IOException {
    Workbench workbench = new Workbench(folder);
    return workbench
        .runner(out + "-home")
        .run(
            workbench.experiment(TINY.formatted(task, decomposition, gating)),
            new RunOptions(folder.resolve(out), false),
            RunListener.SILENT);
  }

  @ParameterizedTest
  @CsvSource({
    "tagging, module, prototype",
    "tagging, layer, sigmoid",
    "rating, module, uniform",
    "rating, layer, random",
    "rating, module, oracle",
    "tagging, module, arrow",
    "rating, layer, linear",
    "tagging, layer, history-loss"
  })
  void everyMethodServesWithEveryGateAndDecomposition(
      String task, String decomposition, String gating) throws IOException {
    RunResult result = run("out", task, decomposition, gating);
    assertEquals(List.of(), result.run().failed());
    Set<String> methods = new TreeSet<>();
    Files.readAllLines(folder.resolve("out").resolve("results.csv")).stream()
        .skip(1)
        .forEach(line -> methods.add(line.split(",")[1]));
    assertTrue(
        methods.containsAll(
            Set.of(
                "bag-of-words",
                "non-personalized",
                "user-prior",
                "peft-retrieval",
                "oppu",
                "per-pcs")),
        methods.toString());
  }

  @Test
  void theSameFileAndSeedGiveTheSameBytes() throws IOException {
    run("one", "tagging", "module", "prototype");
    run("two", "tagging", "module", "prototype");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one/results.csv")),
        Files.readAllBytes(folder.resolve("two/results.csv")));
  }

  @Test
  void aTaskWhoseAnswersAreTextsAsksForADecoder() throws IOException {
    RunResult result = run("out", "headline", "module", "prototype");
    String message = result.run().failed().get(0).error().orElseThrow().message();
    assertTrue(message.contains("model: found an encoder; expected a decoder"), message);
  }
}
