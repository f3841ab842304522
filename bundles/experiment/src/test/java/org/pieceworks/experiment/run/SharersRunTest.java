package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.Workbench;
import org.pieceworks.storage.AtomicFiles;

/** Whole runs with every selection of sharers. */
class SharersRunTest {

  private static final String TINY =
      """
      dataset: {use: personas, task: tagging, users: 30, items: 8, queries: 2, personas: 2}
      split: {base: 8, candidates: 12, targets: 4}
      model:
        embedded: {width: 16, layers: 1, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 2, batch: 8}
      adaptation: {enabled: false}
      peft: {use: lora, rank: 2, alpha: 2}
      training: {rate: 3e-3, max-steps: 1, batch: 4}
      methods: [per-pcs]
      seeds: [0]
      sharers: {count: 4, selection: %s, encoder: %s}
      """;

  @TempDir Path folder;

  private StoredRun run(String out, String selection, String encoder) throws IOException {
    return run(out, TINY.formatted(selection, encoder));
  }

  private StoredRun run(String out, String text) throws IOException {
    Workbench workbench = new Workbench(folder);
    RunResult result =
        workbench
            .runner("home")
            .run(
                workbench.experiment(text),
                new RunOptions(folder.resolve(out), false),
                RunListener.SILENT);
    assertEquals(List.of(), result.run().failed());
    return result.run();
  }

  private static TrialProvenance provenance(StoredRun run) {
    return run.done().get(0).result().orElseThrow().provenance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdbscan", "k-center", "facility-location", "oracle", "most-active"})
  void everySelectionServes(String selection) throws IOException {
    StoredRun run = run("out", selection, "tf-idf");
    assertEquals(4, provenance(run).sharers().size());
  }

  @Test
  void theSameAgainIsReused() throws IOException {
    StoredRun first = run("first", "oracle", "tf-idf");
    StoredRun again = run("again", "oracle", "tf-idf");
    assertEquals(List.of(), provenance(again).stages().stream().filter(s -> !s.reused()).toList());
    assertEquals(provenance(first).sharers(), provenance(again).sharers());
  }

  @Test
  void gatesThatDependOnNobodyElseAreMadeOnceForAllNumbersOfSharers() throws IOException {
    String four = TINY.formatted("most-active", "tf-idf") + "gating: prototype\n";
    run("four", four);
    StoredRun two = run("two", four.replace("count: 4", "count: 2"));
    assertEquals(List.of(true), reused(two, "gates"));
    assertEquals(List.of(false), reused(two, "pool"));
  }

  @Test
  void gatesThatTellSharersFromEachOtherAreMadeForEachNumber() throws IOException {
    String four = TINY.formatted("most-active", "tf-idf") + "gating: linear\n";
    run("four", four);
    StoredRun two = run("two", four.replace("count: 4", "count: 2"));
    assertEquals(List.of(false), reused(two, "gates"));
  }

  @Test
  void gatesMadeBeforeAreThoseOfTheirSharers() throws IOException {
    String four = TINY.formatted("most-active", "tf-idf") + "gating: prototype\n";
    run("four", four);
    StoredRun after = run("after", four.replace("count: 4", "count: 2"));
    AtomicFiles.deleteTree(folder.resolve("home"));
    StoredRun alone = run("alone", four.replace("count: 4", "count: 2"));
    assertEquals(
        after.done().get(0).result().orElseThrow().example(),
        alone.done().get(0).result().orElseThrow().example());
  }

  private static List<Boolean> reused(StoredRun run, String stage) {
    return provenance(run).stages().stream()
        .filter(time -> time.stage().equals(stage))
        .map(StageTime::reused)
        .toList();
  }
}
