package org.pieceworks.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.Plugin;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.LayerDecomposition;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.evaluation.Bootstrap;
import org.pieceworks.evaluation.MacroF1;
import org.pieceworks.evaluation.MeanAbsoluteError;
import org.pieceworks.evaluation.RougeL;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.internal.LocalRunner;
import org.pieceworks.experiment.run.internal.result.Tables;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.gating.arrow.ArrowGating;
import org.pieceworks.gating.control.OracleGating;
import org.pieceworks.gating.control.RandomGating;
import org.pieceworks.gating.control.UniformGating;
import org.pieceworks.gating.linear.LinearGating;
import org.pieceworks.gating.loss.HistoryLossGating;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.NonPersonalized;
import org.pieceworks.methods.Oppu;
import org.pieceworks.methods.PeftRetrieval;
import org.pieceworks.methods.PerPcs;
import org.pieceworks.methods.UserPrior;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.methods.words.BagOfWords;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.retrieval.BaseModelEncoder;
import org.pieceworks.retrieval.TfIdfEncoder;
import org.pieceworks.selection.ClusterSelection;
import org.pieceworks.selection.FacilityLocationSelection;
import org.pieceworks.selection.HdbscanSelection;
import org.pieceworks.selection.KCenterSelection;
import org.pieceworks.selection.MostActiveSelection;
import org.pieceworks.selection.OracleSelection;
import org.pieceworks.selection.RandomSelection;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** The real workbench without a framework. */
public final class Workbench {

  private final Djl djl = new Djl();
  private final Path folder;
  private final List<Plugin<?>> plugins =
      new ArrayList<>(
          List.of(
              new PersonasFormat(),
              new Lora(),
              new ClusterSelection(),
              new MostActiveSelection(),
              new RandomSelection(),
              new HdbscanSelection(),
              new KCenterSelection(),
              new FacilityLocationSelection(),
              new OracleSelection(),
              new BaseModelEncoder(new TextPasses()),
              new TfIdfEncoder(),
              new ModuleDecomposition(),
              new LayerDecomposition(),
              new PrototypeGating(),
              new SigmoidGating(),
              new ArrowGating(),
              new LinearGating(),
              new HistoryLossGating(),
              new RandomGating(),
              new UniformGating(),
              new OracleGating(),
              new NonPersonalized(),
              new PeftRetrieval(),
              new BagOfWords(),
              new UserPrior(),
              new Oppu(),
              new PerPcs(),
              new Accuracy(),
              new MacroF1(),
              new MeanAbsoluteError(),
              new RougeL()));

  /** Keeps its home and its experiment files in a folder. */
  public Workbench(Path folder) {
    this.folder = folder;
  }

  /** Adds a plug-in. */
  public Workbench with(Plugin<?> plugin) {
    plugins.add(plugin);
    return this;
  }

  /** Takes a plug-in away, as a bundle that is stopped does. */
  public void leave(String name) {
    plugins.removeIf(plugin -> plugin.name().equals(name));
  }

  private Plugins plugins() {
    return family -> new FixedPlugins(plugins).list(family);
  }

  /** Reads an experiment from its text. */
  public Experiment experiment(String yaml) throws IOException {
    Path file = folder.resolve("test.yaml");
    Files.writeString(file, yaml);
    return new ExperimentFiles(plugins()).read(file, List.of(), Optional.empty(), Optional.empty());
  }

  /** Runs experiments in a home of its own. */
  public ExperimentRunner runner(String home) {
    return new LocalRunner(trials(), new Tables(new Bootstrap()), new Home(folder.resolve(home)));
  }

  private TrialRunner trials() {
    return new TrialRunner(services(), plugins());
  }

  private TrialServices services() {
    return new TrialServices(
        new PyTorchEngine(djl),
        new CheckpointModels(djl),
        new ScratchPretrainer(),
        new StackedTrainer(),
        new H2PiecePools(),
        new ForwardAssembler(new StackedTrainer()));
  }

  /** Serves trials again. */
  public ServedTrials served() {
    return new ServedTrials(services(), plugins());
  }

  /** Reads experiment files. */
  public ExperimentFiles files() {
    return new ExperimentFiles(plugins());
  }
}
