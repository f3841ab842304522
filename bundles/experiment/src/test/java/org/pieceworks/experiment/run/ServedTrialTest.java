package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.run.internal.store.LocalRunStore;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.experiment.trial.ServedTrial;
import org.pieceworks.experiment.trial.TrialAssemblies;
import org.pieceworks.experiment.trial.TrialResult;
import org.pieceworks.experiment.trial.TrialUsers;
import org.pieceworks.experiment.trial.Workbench;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.training.StackedTrainer;

/** A trial that was run serves its targets again with what it left. */
class ServedTrialTest {

  private static final String TINY =
      """
      name: tiny
      dataset: {use: personas, task: tagging, users: 24, items: 16, queries: 4, personas: 2}
      split: {base: 8, candidates: 6, targets: 4}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 6, batch: 8}
      adaptation: {enabled: false}
      peft: {use: lora, rank: 2, alpha: 2}
      training: {rate: 3e-3, max-steps: 3, batch: 4}
      sharers: {count: 4}
      methods: [non-personalized, oppu, per-pcs]
      seeds: [0]
      """;

  @TempDir static Path folder;

  private static Workbench workbench;
  private static Home home;
  private static StoredRun run;

  @BeforeAll
  static void runOnce() throws IOException {
    workbench = new Workbench(folder);
    home = new Home(folder.resolve("home"));
    RunOptions options = new RunOptions(folder.resolve("out"), false);
    run =
        workbench.runner("home").run(workbench.experiment(TINY), options, RunListener.SILENT).run();
    assertEquals(List.of(), run.failed());
  }

  private static Experiment experiment() {
    return new RunExperiments(new LocalRunStore(home.runs()), workbench.files()).of(run);
  }

  private static ServedTrial open(StageStore store) {
    Experiment experiment = experiment();
    return workbench
        .served()
        .open(experiment.points().get(0).trial(), 0, experiment.folder(), store, Progress.SILENT);
  }

  private static TrialResult result() {
    return run.done().get(0).result().orElseThrow();
  }

  @Test
  void theExperimentOfARunIsReadAgainAsItWas() throws IOException {
    Experiment original = workbench.experiment(TINY);
    assertEquals(original.folder(), experiment().folder());
    assertEquals(original.seeds(), experiment().seeds());
    assertEquals(original.points().get(0).settings(), experiment().points().get(0).settings());
  }

  @Test
  void everyMethodAnswersAsItDidInTheRunAndNothingIsMade() throws IOException {
    long before = stages();
    try (StageStore store = new StageStore(home.stages());
        ServedTrial served = open(store)) {
      for (String method : List.of("non-personalized", "oppu", "per-pcs")) {
        assertEquals(accuracies(method), again(served, method), method);
      }
    }
    assertEquals(before, stages());
  }

  private static long stages() throws IOException {
    try (Stream<Path> walk = Files.walk(home.stages(), 2)) {
      return walk.count();
    }
  }

  private static List<Double> accuracies(String method) {
    return result().methods().stream()
        .filter(one -> one.method().equals(method))
        .flatMap(one -> one.metrics().stream())
        .filter(metric -> metric.metric().equals("accuracy"))
        .flatMap(metric -> metric.values().stream())
        .map(MetricResult.UserValue::value)
        .toList();
  }

  private static List<Double> again(ServedTrial served, String method) {
    return Stream.iterate(0, t -> t + 1)
        .limit(served.targets().size())
        .map(
            t -> {
              List<Item> queries = served.targets().get(t).queries();
              long right =
                  queries.stream()
                      .filter(
                          query ->
                              served
                                  .answer(method, t, query.input(), Progress.SILENT)
                                  .text()
                                  .equals(query.output()))
                      .count();
              return (double) right / queries.size();
            })
        .toList();
  }

  @Test
  void whatADecoderWroteItWritesAgain() throws IOException {
    Home other = new Home(folder.resolve("writing"));
    Experiment experiment =
        workbench.experiment(TINY + "answers: {by: generation}\ngeneration: {max-new-tokens: 4}\n");
    RunOptions options = new RunOptions(folder.resolve("written"), false);
    assertEquals(
        List.of(),
        workbench.runner("writing").run(experiment, options, RunListener.SILENT).run().failed());
    Set<List<List<String>>> written = new HashSet<>();
    try (Stream<Path> walk = Files.walk(other.stages().resolve("answers"))) {
      for (Path file : walk.filter(p -> p.endsWith("answers.json")).toList()) {
        written.add(new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {}));
      }
    }
    try (StageStore store = new StageStore(other.stages());
        ServedTrial served =
            workbench
                .served()
                .open(
                    experiment.points().get(0).trial(),
                    0,
                    experiment.folder(),
                    store,
                    Progress.SILENT)) {
      for (String method : List.of("non-personalized", "oppu", "per-pcs")) {
        assertTrue(written.contains(texts(served, method)), method + " wrote " + written);
      }
    }
  }

  private static List<List<String>> texts(ServedTrial served, String method) {
    return Stream.iterate(0, t -> t + 1)
        .limit(served.targets().size())
        .map(
            t ->
                served.targets().get(t).queries().stream()
                    .map(q -> served.answer(method, t, q.input(), Progress.SILENT).text())
                    .toList())
        .toList();
  }

  @Test
  void aStageThatIsMissingIsNamedAndNotMade() throws IOException {
    Path copy = folder.resolve("cleared");
    try (Stream<Path> walk = Files.walk(home.stages())) {
      for (Path one : walk.filter(p -> !p.endsWith(".lock")).toList()) {
        Path target = copy.resolve(home.stages().relativize(one).toString());
        Files.createDirectories(target.getParent());
        if (Files.isRegularFile(one)) {
          Files.copy(one, target);
        }
      }
    }
    AtomicFiles.deleteTree(copy.resolve("adapters"));
    try (StageStore store = new StageStore(copy);
        ServedTrial served = open(store)) {
      BadInputException e =
          assertThrows(
              BadInputException.class, () -> served.answer("oppu", 0, "words", Progress.SILENT));
      assertTrue(e.getMessage().startsWith("stage adapters: "), e.getMessage());
      assertTrue(e.getMessage().contains("run the experiment once more"), e.getMessage());
      served.answer("non-personalized", 0, "words", Progress.SILENT);
    }
  }

  @Test
  void aMethodThatTheRunHadNotIsNamed() {
    try (StageStore store = new StageStore(home.stages());
        ServedTrial served = open(store)) {
      BadInputException e =
          assertThrows(
              BadInputException.class, () -> served.answer("per-pc", 0, "words", Progress.SILENT));
      assertTrue(e.getMessage().contains("per-pcs"), e.getMessage());
    }
  }

  @Test
  void piecesThatWereChosenScoreHighestWhenTheyAreScoredAgain() {
    try (StageStore store = new StageStore(home.stages());
        ServedTrial served = open(store)) {
      List<TrialAssemblies.Kept> kept =
          TrialAssemblies.kept(
              result().provenance(), store, new ForwardAssembler(new StackedTrainer()));
      assertEquals(4, kept.size());
      for (int target = 0; target < kept.size(); target++) {
        Map<Integer, Float> scores = served.scores(target, Progress.SILENT);
        for (List<WeightedPiece> slot : kept.get(target).assembly().pieces().values()) {
          for (int i = 1; i < slot.size(); i++) {
            assertTrue(
                scores.get(slot.get(i - 1).piece()) >= scores.get(slot.get(i).piece()),
                "best first");
          }
        }
      }
      assertEquals(kept.get(0).assembly(), result().example().orElseThrow().assembly());
      assertTrue(kept.get(0).bytes() > 0);
    }
  }

  @Test
  void usersHaveTheirRolesAndTheEmbeddingsThatTheTrialMade() {
    Experiment experiment = experiment();
    TrialUsers users = TrialUsers.of(experiment.points().get(0).trial(), 0, experiment.folder());
    List<String> sharers = result().provenance().sharers();
    Map<String, TrialUsers.Role> roles = users.roles(sharers);
    assertEquals(24, roles.size());
    assertEquals(8, count(roles, TrialUsers.Role.BASE));
    assertEquals(sharers.size(), count(roles, TrialUsers.Role.SHARER));
    assertEquals(6 - sharers.size(), count(roles, TrialUsers.Role.CANDIDATE));
    assertEquals(4, count(roles, TrialUsers.Role.TARGET));
    try (StageStore store = new StageStore(home.stages());
        ServedTrial served = open(store)) {
      Map<String, float[]> embeddings =
          users.embeddings(result().provenance(), store, new PyTorchEngine(new Djl()));
      List<User> candidates = users.split().candidates();
      assertEquals(candidates.stream().map(User::id).toList(), List.copyOf(embeddings.keySet()));
      float[][] again = served.embeddings(candidates, Progress.SILENT);
      assertArrayEquals(again[2], embeddings.get(candidates.get(2).id()), 1e-6f);
    }
  }

  private static long count(Map<String, TrialUsers.Role> roles, TrialUsers.Role role) {
    return roles.values().stream().filter(role::equals).count();
  }
}
