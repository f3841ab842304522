package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.CommandLine;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.trial.TrialResult;
import org.pieceworks.experiment.trial.Workbench;

/** Whole runs of tiny experiments with the real families. */
class RunTest {

  private static final String TINY =
      """
      name: tiny
      question: Does it run?
      dataset: {use: personas, task: tagging, users: 24, items: 16, queries: 4, personas: 2}
      split: {base: 8, candidates: 6, targets: 4}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 6, batch: 8}
      adaptation:
        peft: {use: lora, rank: 2, alpha: 2}
        training: {max-steps: 2, batch: 8}
      peft: {use: lora, rank: 2, alpha: 2, dropout: 0.05}
      training: {rate: 3e-3, max-steps: 3, batch: 4}
      sharers: {count: 4}
      generation: {max-new-tokens: 4}
      seeds: [0]
      """;

  private static final String SWEEP = "sweep:\n  - {sharers.count: [2, 4]}\n";

  @TempDir Path folder;

  private RunOptions out(String name, boolean resume) {
    return new RunOptions(folder.resolve(name), resume);
  }

  private byte[] results(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("results.csv"));
  }

  @Test
  void aRunGivesEveryMethodItsRowsAndCosts() throws IOException {
    Workbench workbench = new Workbench(folder);
    RunResult result =
        workbench
            .runner("home")
            .run(workbench.experiment(TINY), out("out", false), RunListener.SILENT);
    assertEquals(List.of(), result.run().failed());
    assertEquals(CommandLine.DONE, result.exitCode());
    List<String> lines = Files.readAllLines(folder.resolve("out").resolve("results.csv"));
    Set<String> methods = new TreeSet<>();
    lines.stream().skip(1).forEach(line -> methods.add(line.split(",")[1]));
    assertEquals(
        Set.of(
            "bag-of-words",
            "non-personalized",
            "user-prior",
            "peft-retrieval",
            "oppu",
            "per-pcs",
            "chance",
            "ceiling-population",
            "ceiling-personal"),
        methods);
    assertEquals(
        4, result.run().done().get(0).result().orElseThrow().provenance().sharers().size());
  }

  @Test
  void theSameFileAndSeedGiveTheSameBytesInAFreshHomeAndInAUsedOne() throws IOException {
    Workbench workbench = new Workbench(folder);
    Experiment experiment = workbench.experiment(TINY + SWEEP);
    workbench.runner("one").run(experiment, out("first", false), RunListener.SILENT);
    workbench.runner("one").run(experiment, out("second", false), RunListener.SILENT);
    workbench.runner("two").run(experiment, out("third", false), RunListener.SILENT);
    assertArrayEquals(results("first"), results("second"));
    assertArrayEquals(results("first"), results("third"));
  }

  @Test
  void pointsShareTheStagesThatASweptSettingDoesNotTouch() throws IOException {
    Workbench workbench = new Workbench(folder);
    StoredRun run =
        workbench
            .runner("home")
            .run(workbench.experiment(TINY + SWEEP), out("out", false), RunListener.SILENT)
            .run();
    assertEquals(List.of(), run.failed());
    Set<String> again = new TreeSet<>();
    run.done().get(1).result().orElseThrow().provenance().stages().stream()
        .filter(stage -> !stage.reused())
        .forEach(stage -> again.add(stage.stage()));
    assertEquals(Set.of("selection", "pool", "assembly", "scores"), again, "made a second time");
  }

  @Test
  void aRunCancelledInAnyStageResumesToTheSameBytes() throws IOException {
    Workbench workbench = new Workbench(folder);
    Experiment experiment = workbench.experiment(TINY + SWEEP);
    workbench.runner("whole-home").run(experiment, out("whole", false), RunListener.SILENT);
    for (int after = 5; ; after += 40) {
      AtomicInteger left = new AtomicInteger(after);
      RunListener impatient =
          new RunListener() {
            @Override
            public boolean cancelled() {
              return left.decrementAndGet() < 0;
            }
          };
      try {
        workbench.runner("cut-home").run(experiment, out("cut", true), impatient);
        break;
      } catch (CancelledException e) {
        assertTrue(Files.notExists(folder.resolve("cut")), "nothing is written before the end");
      }
    }
    assertArrayEquals(results("whole"), results("cut"));
  }

  @Test
  void everyGateServesADecoder() throws IOException {
    Workbench workbench = new Workbench(folder);
    String gates =
        "sweep:\n  - gating: [prototype, {use: prototype, centring: true}, arrow, linear,"
            + " history-loss, {use: sigmoid, max-steps: 2},"
            + " {use: sigmoid, max-steps: 2, start: prototype, centring: true}]\n";
    StoredRun run =
        workbench
            .runner("home")
            .run(
                workbench.experiment(TINY + "methods: [per-pcs]\n" + gates),
                out("out", false),
                RunListener.SILENT)
            .run();
    assertEquals(List.of(), run.failed());
    assertEquals(7, run.done().size());
  }

  @Test
  void anAssemblyThatIsThereAlreadyStillKnowsHowAlikeItsScoresWere() throws IOException {
    Workbench workbench = new Workbench(folder);
    Experiment experiment = workbench.experiment(TINY + "methods: [per-pcs]\n");
    TrialResult made = result(workbench, experiment, "made");
    TrialResult found = result(workbench, experiment, "found");
    assertTrue(
        found.provenance().stages().stream()
            .anyMatch(stage -> stage.stage().equals("assembly") && stage.reused()));
    double share = made.figures().get("score_hubness");
    assertTrue(share >= 0 && share <= 1, "a share: " + share);
    assertTrue(made.figures().containsKey("hub_share"));
    assertEquals(made.figures(), found.figures());
  }

  private TrialResult result(Workbench workbench, Experiment experiment, String out)
      throws IOException {
    StoredRun run =
        workbench.runner("home").run(experiment, out(out, false), RunListener.SILENT).run();
    return run.done().get(0).result().orElseThrow();
  }

  @Test
  void aFailingTrialIsRecordedAndTheOthersGoOn() throws IOException {
    Workbench workbench = new Workbench(folder).with(new BrokenGating());
    StoredRun run;
    RunResult result =
        workbench
            .runner("home")
            .run(
                workbench.experiment(TINY + "sweep:\n  - {gating: [broken, prototype]}\n"),
                out("out", false),
                RunListener.SILENT);
    run = result.run();
    assertEquals(CommandLine.FAILED, result.exitCode());
    assertEquals(1, run.failed().size());
    assertEquals(1, run.done().size());
    TrialError error = run.failed().get(0).error().orElseThrow();
    assertTrue(error.message().contains("out of pieces"), error.message());
    assertEquals("prototype", run.done().get(0).settings().get("gating"));
  }

  @Test
  void aTrialWhosePlugInHasLeftFailsByItselfAndResumesOnceItIsBack() throws IOException {
    Workbench workbench = new Workbench(folder);
    Experiment experiment =
        workbench.experiment(TINY + "sweep:\n  - {gating: [prototype, uniform, random]}\n");
    RunListener stopping =
        new RunListener() {
          @Override
          public void trialFinished(StoredTrial trial) {
            workbench.leave("uniform");
          }
        };
    RunResult result = workbench.runner("home").run(experiment, out("out", false), stopping);
    assertEquals(CommandLine.FAILED, result.exitCode());
    assertEquals(2, result.run().done().size());
    StoredTrial failed = result.run().failed().get(0);
    assertEquals("uniform", failed.settings().get("gating"));
    String message = failed.error().orElseThrow().message();
    assertTrue(message.contains("no gating model named uniform"), message);

    Workbench whole = new Workbench(folder);
    RunResult again =
        whole
            .runner("home")
            .run(
                whole.experiment(TINY + "sweep:\n  - {gating: [prototype, uniform, random]}\n"),
                out("out", true),
                RunListener.SILENT);
    assertEquals(result.run().id(), again.run().id());
    assertEquals(3, again.run().done().size());
    assertEquals(CommandLine.DONE, again.exitCode());
  }

  @Test
  void thePretrainedModelIsACheckpointThatServesTheSame() throws IOException {
    Workbench workbench = new Workbench(folder);
    StoredRun run =
        workbench
            .runner("home")
            .run(workbench.experiment(TINY), out("embedded", false), RunListener.SILENT)
            .run();
    String key =
        run.done().get(0).result().orElseThrow().provenance().stages().stream()
            .filter(stage -> stage.stage().equals("pretrain"))
            .findFirst()
            .orElseThrow()
            .key();
    String checkpoint = "home/cache/stages/pretrain/" + key + "/checkpoint";
    Experiment given =
        workbench.experiment(TINY.replace("model:", "model:\n  checkpoint: " + checkpoint));
    workbench.runner("other").run(given, out("given", false), RunListener.SILENT);
    assertArrayEquals(results("embedded"), results("given"));
  }

  @Test
  void badDataEndsWithBadInputAndWritesNothing() throws IOException {
    Workbench workbench = new Workbench(folder);
    RunResult result =
        workbench
            .runner("home")
            .run(
                workbench.experiment(TINY.replace("base: 8", "base: 80")),
                out("out", false),
                RunListener.SILENT);
    assertEquals(CommandLine.BAD_INPUT, result.exitCode());
    assertTrue(Files.notExists(folder.resolve("out")));
    String message = result.run().failed().get(0).error().orElseThrow().message();
    assertTrue(message.contains("at most 24 users"), message);
  }

  @Test
  void progressNamesTrialsAndStagesAndCountsUsers() throws IOException {
    Workbench workbench = new Workbench(folder);
    List<RunProgress> seen = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(RunProgress progress) {
            seen.add(progress);
          }
        };
    workbench.runner("home").run(workbench.experiment(TINY), out("out", false), listener);
    Set<String> stages = new TreeSet<>();
    seen.forEach(progress -> stages.add(progress.stage()));
    assertEquals(
        Set.of(
            "pretrain",
            "adapt",
            "embeddings",
            "selection",
            "adapters",
            "gates",
            "pool",
            "assembly",
            "scores",
            "calibration"),
        stages);
    assertTrue(seen.stream().anyMatch(p -> p.stage().equals("pretrain") && p.done() == p.total()));
  }

  @Test
  void anInterruptStopsTheRunAndIsKept() {
    Workbench workbench = new Workbench(folder);
    Thread.currentThread().interrupt();
    assertThrows(
        CancelledException.class,
        () ->
            workbench
                .runner("home")
                .run(workbench.experiment(TINY), out("out", false), RunListener.SILENT));
    assertTrue(Thread.interrupted());
  }
}
