package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.experiment.trial.Workbench;

/** Bad plug-ins in whole runs: their trials fail by name, the others are done. */
class PlugInIsolationTest {

  private static final String EXPERIMENT =
      """
      name: bad
      dataset: {use: personas, task: tagging, users: 20, items: 8, queries: 2, personas: 2}
      split: {base: 8, candidates: 4, targets: 3}
      model:
        embedded: {width: 16, layers: 1, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 4, batch: 8}
      adaptation: {enabled: false}
      peft: {use: lora, rank: 2, modules: [q_proj, v_proj]}
      training: {max-steps: 2, batch: 4}
      sharers: {count: 3, selection: random}
      methods: [per-pcs]
      metrics: [accuracy]
      seeds: [0]
      sweep:
        - {gating: [{use: scripted, script: SCRIPT}, HONEST]}
      """;

  /** Long enough for a step of an honest trial on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  @TempDir static Path folder;

  private static int script;

  private static Workbench with(ScriptedGating gating) {
    return new Workbench(folder).with(gating);
  }

  private static RunResult run(Workbench workbench, String honest) throws IOException {
    return workbench
        .runner("home")
        .run(
            workbench.experiment(
                EXPERIMENT.replace("HONEST", honest).replace("SCRIPT", String.valueOf(++script))),
            new RunOptions(folder.resolve("out"), false, PATIENCE),
            RunListener.SILENT);
  }

  /** What was said of the one trial that failed, while the other was done. */
  private static TrialError error(ScriptedGating gating) throws IOException {
    return error(run(with(gating), "uniform"));
  }

  private static TrialError error(RunResult result) throws IOException {
    assertEquals(1, result.run().done().size());
    assertEquals(1, result.run().failed().size());
    List<String> rows = Files.readAllLines(folder.resolve("out/results.csv"));
    assertTrue(
        rows.stream().anyMatch(row -> row.contains("per-pcs")), "the rest is in the results");
    return result.run().failed().get(0).error().orElseThrow();
  }

  @Test
  void whatItThrowsIsNamedWithItsCause() throws IOException {
    TrialError error =
        error(
            ScriptedGating.fitting(
                fitting -> {
                  throw new IllegalStateException("out of pieces");
                }));
    assertEquals("gating model scripted: IllegalStateException: out of pieces", error.message());
    assertTrue(error.trace().contains("Caused by: java.lang.IllegalStateException"));
    assertFalse(error.badInput());
  }

  @Test
  void linkageAndDepthAreFaultsAsOthers() throws IOException {
    assertEquals(
        "gating model scripted: NoSuchMethodError: gone",
        error(
                ScriptedGating.scoring(
                    (gates, activations) -> {
                      throw new NoSuchMethodError("gone");
                    }))
            .message());
    assertEquals(
        "gating model scripted: StackOverflowError",
        error(
                ScriptedGating.scoring(
                    (gates, activations) -> {
                      throw new StackOverflowError();
                    }))
            .message());
  }

  @Test
  void badInputIsSaidAsItIs() throws IOException {
    TrialError error =
        error(
            ScriptedGating.fitting(
                fitting -> {
                  throw BadInputException.of("gating.depth", "9", "at most 3");
                }));
    assertEquals("gating.depth: found 9; expected at most 3", error.message());
    assertTrue(error.badInput());
  }

  @Test
  void gatesOfTooFewSharersAreFoundAndExpected() throws IOException {
    ScriptedGating few =
        ScriptedGating.fitting(
            fitting -> {
              Map<String, NDArray> gates = new LinkedHashMap<>();
              for (Slot slot : fitting.slots()) {
                gates.put(slot.key(), fitting.manager().ones(new Shape(2, 5)));
              }
              return new Gates(gates);
            });
    assertEquals(
        "gating model scripted: gates of slot layers.0.q_proj: found (2, 5); expected [3, width]",
        error(few).message());
  }

  @Test
  void scoresOfAnotherShapeOrOfNoNumbersAreFoundAndExpected() throws IOException {
    assertEquals(
        "gating model scripted: scores: found (2, 3); expected (3, 3)",
        error(
                ScriptedGating.scoring(
                    (gates, activations) -> ScriptedGating.zeros(gates, activations).get("1:")))
            .message());
    assertEquals(
        "gating model scripted: scores: found NaN; expected finite numbers",
        error(
                ScriptedGating.scoring(
                    (gates, activations) ->
                        ScriptedGating.zeros(gates, activations).add(Float.NaN)))
            .message());
  }

  @Test
  void nothingIsNoGate() throws IOException {
    assertEquals(
        "gating model scripted: fit: found null; expected something",
        error(ScriptedGating.fitting(fitting -> null)).message());
  }

  @Test
  void oneThatLeavesIsCalledNoMore() throws IOException {
    AtomicReference<Workbench> workbench = new AtomicReference<>();
    workbench.set(
        with(
            ScriptedGating.fitting(
                fitting -> {
                  workbench.get().leave("scripted");
                  return ScriptedGating.ones(fitting);
                })));
    assertEquals(
        "gating model scripted: left while the trial ran",
        error(run(workbench.get(), "uniform")).message());
  }

  @Test
  void oneThatDoesNotReturnIsInterruptedAndGivenUp() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    TrialError error =
        error(
            ScriptedGating.fitting(
                fitting -> {
                  await(never);
                  return ScriptedGating.ones(fitting);
                }));
    assertEquals(
        "gating model scripted: it neither returned nor reported progress for 2500 ms",
        error.message());
  }

  @Test
  void oneThatIgnoresItsInterruptIsLeftBehindAndCanSpoilNothing() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    AtomicReference<Thread> stuck = new AtomicReference<>();
    ScriptedGating gating =
        ScriptedGating.fitting(
            fitting -> {
              stuck.set(Thread.currentThread());
              awaitDeafly(late);
              return ScriptedGating.ones(fitting);
            });
    error(gating);
    assertTrue(stuck.get().isAlive() && stuck.get().isDaemon());
    assertEquals(1, unfinished(gates()), "what it had begun");
    long whole = gates().size() - 1;
    late.countDown();
    stuck.get().join();
    assertEquals(whole, gates().size(), "what it gave too late is cleared away");
    assertEquals(0, unfinished(gates()));
  }

  @Test
  void oneThatHoldsTheTrainingUpLetsTheNextTrialTrain() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    AtomicReference<Thread> stuck = new AtomicReference<>();
    ScriptedGating gating =
        ScriptedGating.fitting(
            fitting -> {
              stuck.set(Thread.currentThread());
              return train(fitting, late);
            });
    String honest = "{use: sigmoid, max-steps: 2}";
    try {
      error(run(with(gating), honest));
    } finally {
      late.countDown();
    }
    stuck.get().join();
  }

  private static Gates train(GateFitting fitting, CountDownLatch late) {
    Gates gates = ScriptedGating.ones(fitting);
    TrainingOptions options =
        new TrainingOptions(0.1, 0, 4, 1, 2, 1, TrainingOptions.Schedule.COSINE, 0.9, 0.95, 1e-8);
    fitting.train(
        gates.vectors(),
        now ->
            (slot, input) -> {
              awaitDeafly(late);
              return input.mean(new int[] {2}, true);
            },
        options);
    return gates;
  }

  @Test
  void aRunStoppedWhileAPlugInIsStuckStops() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Thread own = Thread.currentThread();
    Workbench workbench =
        with(
            ScriptedGating.fitting(
                fitting -> {
                  own.interrupt();
                  await(never);
                  return ScriptedGating.ones(fitting);
                }));
    assertThrows(CancelledException.class, () -> run(workbench, "uniform"));
    assertTrue(Thread.interrupted(), "the interrupt is kept");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void awaitDeafly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.interrupted();
      }
    }
  }

  private static List<Path> gates() throws IOException {
    Path stages = folder.resolve("home/cache/stages/gates");
    if (Files.notExists(stages)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(stages)) {
      return files.toList();
    }
  }

  private static long unfinished(List<Path> stages) {
    return stages.stream().filter(p -> p.getFileName().toString().startsWith(".")).count();
  }
}
