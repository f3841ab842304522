package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.Plugin;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.experiment.spec.TrialPoint;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialListener;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.TrialRunner;
import org.pieceworks.experiment.trial.TrialServices;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.PeftRetrieval;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.selection.KCenterSelection;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** Whole trials whose histories another model than the base model embeds. */
class EncodedTrialTest {

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
      methods: [peft-retrieval]
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
          new PeftRetrieval(),
          new Accuracy(),
          new KCenterSelection(),
          new MiniLm(),
          new MiniLmEncoder(new TextPasses()));
  private final Plugins plugins = family -> new FixedPlugins(there).list(family);

  @TempDir Path folder;

  @Test
  void anotherBaseModelLeavesTheEmbeddingsAsTheyAre() throws IOException {
    Path file = Files.writeString(folder.resolve("test.yaml"), TINY);
    List<TrialPoint> points =
        new ExperimentFiles(plugins)
            .read(file, List.of(), Optional.empty(), Optional.empty())
            .points();
    try (StageStore store = new StageStore(folder.resolve("stages"))) {
      TrialProvenance narrow = trial(points.get(0), store);
      assertEquals(1, stages(narrow, "import").size());
      assertEquals(2, stages(narrow, "embeddings").size(), "candidates and targets");
      TrialProvenance wide = trial(points.get(1), store);
      assertNotEquals(narrow.baseModelHash(), wide.baseModelHash());
      assertEquals(narrow.sharers(), wide.sharers());
      List<StageTime> again = stages(wide, "embeddings");
      assertFalse(again.isEmpty());
      assertTrue(again.stream().allMatch(StageTime::reused), again.toString());
    }
  }

  private TrialProvenance trial(TrialPoint point, StageStore store) {
    TrialRunner trials = trials();
    return trials
        .run(point.trial(), 0, folder, store, TrialListener.SILENT, trials.calls())
        .provenance();
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

  private static List<StageTime> stages(TrialProvenance provenance, String stage) {
    return provenance.stages().stream().filter(time -> time.stage().equals(stage)).toList();
  }
}
