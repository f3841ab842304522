package org.pieceworks.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.Plugin;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.evaluation.RougeL;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.TrialListener;
import org.pieceworks.experiment.trial.TrialResult;
import org.pieceworks.experiment.trial.TrialRunner;
import org.pieceworks.experiment.trial.TrialServices;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.retrieval.BaseModelEncoder;
import org.pieceworks.selection.RandomSelection;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** Whole trials on a few synthetic users, in seconds and without a framework. */
public final class SmallTrials {

  private static final String SMALL =
      """
      split: {base: 8, candidates: 8, targets: 4}
      model:
        embedded: {width: 16, layers: 1, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 4, batch: 8}
      adaptation: {enabled: false}
      training: {max-steps: 2, batch: 4}
      peft: {use: lora, rank: 2, alpha: 2}
      sharers: {count: 4, selection: random, encoder: base-model}
      generation: {max-new-tokens: 4}
      """;

  private final Plugins plugins;
  private final Path folder;

  /**
   * Prepares trials with one more plug-in than the smallest that there are.
   *
   * @param folder keeps files and stages
   */
  public SmallTrials(Path folder, Plugin<?> plugin) {
    this.folder = folder;
    List<Plugin<?>> all = new ArrayList<>();
    all.add(plugin);
    all.addAll(
        List.of(
            new PersonasFormat(),
            new Lora(),
            new ModuleDecomposition(),
            new PrototypeGating(),
            new RandomSelection(),
            new BaseModelEncoder(new TextPasses()),
            new Accuracy(),
            new RougeL()));
    plugins = family -> new FixedPlugins(all).list(family);
  }

  /**
   * Runs a trial on synthetic users.
   *
   * @param task of the personas: tagging, rating, headline or paraphrase
   * @param settings more lines of the experiment file
   * @param stages where its stages are kept: another folder makes everything anew
   */
  public TrialResult run(String task, String settings, long seed, String stages) {
    String dataset =
        "dataset: {use: personas, task: %s, users: 24, items: 6, queries: 3, personas: 2}\n"
            .formatted(task);
    try {
      Path file = Files.writeString(folder.resolve("trial.yaml"), dataset + SMALL + settings);
      Experiment experiment =
          new ExperimentFiles(plugins).read(file, List.of(), Optional.empty(), Optional.empty());
      Djl djl = new Djl();
      StackedTrainer trainer = new StackedTrainer();
      TrialServices services =
          new TrialServices(
              new PyTorchEngine(djl),
              new CheckpointModels(djl),
              new ScratchPretrainer(),
              trainer,
              new H2PiecePools(),
              new ForwardAssembler(trainer));
      TrialRunner runner = new TrialRunner(services, plugins);
      try (StageStore store = new StageStore(folder.resolve(stages))) {
        return runner.run(
            experiment.points().get(0).trial(),
            seed,
            folder,
            store,
            TrialListener.SILENT,
            runner.calls());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
