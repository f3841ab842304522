package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.Plugin;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.evaluation.Bootstrap;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunListener;
import org.pieceworks.experiment.run.RunOptions;
import org.pieceworks.experiment.run.RunResult;
import org.pieceworks.experiment.run.internal.LocalRunner;
import org.pieceworks.experiment.run.internal.result.Tables;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialRunner;
import org.pieceworks.experiment.trial.TrialServices;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.PerPcs;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.selection.KCenterSelection;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** Whole runs whose histories another model than the base model embeds. */
class EncodedRunTest {

  private static final String TINY =
      """
      dataset: {use: personas, task: tagging, users: 24, items: 6, queries: 2, personas: 2}
      split: {base: 8, candidates: 8, targets: 3}
      model:
        embedded: {layers: 1, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 2, batch: 8}
      adaptation: {enabled: false}
      decomposition: module
      gating: prototype
      peft: {use: lora, rank: 2, alpha: 2}
      training: {max-steps: 1, batch: 4}
      methods: [per-pcs]
      sharers: {count: 3, selection: k-center, encoder: minilm}
      seeds: [0]
      sweep:
        - {model.embedded.width: [16, 32]}
      """;

  private final List<Plugin<?>> there =
      List.of(
          new PersonasFormat(),
          new Lora(),
          new ModuleDecomposition(),
          new PrototypeGating(),
          new PerPcs(),
          new Accuracy(),
          new KCenterSelection(),
          new MiniLm(),
          new MiniLmEncoder(new TextPasses()));
  private final Plugins plugins = family -> new FixedPlugins(there).list(family);

  @TempDir Path folder;

  @Test
  void anotherBaseModelLeavesTheSharersAsTheyAre() throws IOException {
    RunResult result =
        new LocalRunner(trials(), new Tables(new Bootstrap()), new Home(folder.resolve("home")))
            .run(experiment(), new RunOptions(folder.resolve("out"), false), RunListener.SILENT);
    assertEquals(List.of(), result.run().failed());
    Map<String, StageTime> first = stages(result, 0);
    assertTrue(first.keySet().containsAll(List.of("import", "embeddings")), first.toString());
    assertTrue(stages(result, 1).get("selection").reused());
    assertEquals(sharers(result, 0), sharers(result, 1));
  }

  private Experiment experiment() throws IOException {
    Path file = Files.writeString(folder.resolve("test.yaml"), TINY);
    return new ExperimentFiles(plugins).read(file, List.of(), Optional.empty(), Optional.empty());
  }

  private TrialRunner trials() {
    Djl djl = new Djl();
    TrialServices services =
        new TrialServices(
            new PyTorchEngine(djl),
            new CheckpointModels(djl),
            new ScratchPretrainer(),
            new StackedTrainer(),
            new H2PiecePools(),
            new ForwardAssembler(new StackedTrainer()));
    return new TrialRunner(services, plugins);
  }

  private static Map<String, StageTime> stages(RunResult result, int trial) {
    return result.run().done().get(trial).result().orElseThrow().provenance().stages().stream()
        .collect(Collectors.toMap(StageTime::stage, stage -> stage, (one, other) -> one));
  }

  private static List<String> sharers(RunResult result, int trial) {
    return result.run().done().get(trial).result().orElseThrow().provenance().sharers();
  }
}
