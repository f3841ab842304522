package org.pieceworks.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.corpus.lamp.LampFormat;
import org.pieceworks.corpus.lamp.LampUsersFormat;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.evaluation.Bootstrap;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.internal.LocalRunner;
import org.pieceworks.experiment.run.internal.result.Tables;
import org.pieceworks.experiment.run.internal.store.LocalRunStore;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.experiment.trial.TrialRunner;
import org.pieceworks.experiment.trial.TrialServices;
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
import org.pieceworks.parity.Parity;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.report.internal.ReportFiles;
import org.pieceworks.retrieval.BaseModelEncoder;
import org.pieceworks.selection.ClusterSelection;
import org.pieceworks.selection.MostActiveSelection;
import org.pieceworks.selection.RandomSelection;
import org.pieceworks.shell.console.Console;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** The command line over the real workbench, without a framework. */
final class Workshop {

  private final List<Plugin<?>> plugins =
      new ArrayList<>(
          List.of(
              new PersonasFormat(),
              new LampFormat(),
              new LampUsersFormat(),
              new Lora(),
              new ClusterSelection(),
              new MostActiveSelection(),
              new RandomSelection(),
              new BaseModelEncoder(new TextPasses()),
              new ModuleDecomposition(),
              new PrototypeGating(),
              new SigmoidGating(),
              new NonPersonalized(),
              new PeftRetrieval(),
              new BagOfWords(),
              new UserPrior(),
              new Oppu(),
              new PerPcs(),
              new Accuracy()));

  private final FixedServices services = new FixedServices();

  Workshop() {
    services
        .with(Plugins.class, this::current)
        .with(Djl.class, Djl::new)
        .with(ExecutionEngine.class, () -> new PyTorchEngine(services.get(Djl.class)))
        .with(BaseModels.class, () -> new CheckpointModels(services.get(Djl.class)))
        .with(PiecePools.class, H2PiecePools::new)
        .with(ExperimentFiles.class, () -> new ExperimentFiles(current()))
        .with(RunStore.class, LocalRunStore::new)
        .with(RunResults.class, () -> new Tables(new Bootstrap()))
        .with(TrialServices.class, this::trialServices)
        .with(ExperimentRunner.class, this::runner)
        .with(ReportWriter.class, this::reports)
        .with(Parity.class, this::parity);
  }

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {

    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  /** The services, to be replaced or looked at. */
  FixedServices services() {
    return services;
  }

  /** The plug-ins that are there; changes are seen at once. */
  List<Plugin<?>> plugins() {
    return plugins;
  }

  /** Runs one command with its output caught. */
  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    int code = new Shell(null, () -> services, "1.2.3").run(arguments, console);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Plugins current() {
    return family -> new FixedPlugins(plugins).list(family);
  }

  private TrialServices trialServices() {
    return new TrialServices(
        services.get(ExecutionEngine.class),
        services.get(BaseModels.class),
        new ScratchPretrainer(),
        new StackedTrainer(),
        services.get(PiecePools.class),
        new ForwardAssembler(new StackedTrainer()));
  }

  private ExperimentRunner runner() {
    TrialRunner trials = new TrialRunner(services.get(TrialServices.class), current());
    return new LocalRunner(trials, services.get(RunResults.class));
  }

  private ReportWriter reports() {
    return new ReportFiles(services.get(RunResults.class), new Bootstrap(), current());
  }

  private Parity parity() {
    return new Parity(
        services.get(ExecutionEngine.class),
        services.get(BaseModels.class),
        new StackedTrainer(),
        new ForwardAssembler(new StackedTrainer()),
        List.of(new Lora()),
        List.of(new SigmoidGating()),
        List.of(new ModuleDecomposition()));
  }

  /** A folder beside the project; the test is skipped where there is none. */
  static Path shared(String path) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("bundles"))) {
      root = root.getParent();
    }
    Path shared = root.resolveSibling("shared").resolve(path);
    Assumptions.assumeTrue(Files.isDirectory(shared), "there is no " + shared);
    return shared;
  }
}
