package org.pieceworks.ui.internal.view.users;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.User;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.experiment.data.DataSource;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunExperiments;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.ServedTrials;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.TrialUsers;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.task.Late;
import org.pieceworks.ui.internal.trial.LazyTrial;

/** Reads users of runs and of data sets; takes as long as it takes. */
record UsersReading(
    Texts texts,
    RunStore runs,
    RunExperiments experiments,
    Late<ServedTrials> trials,
    Plugins plugins,
    Late<ExecutionEngine> engine) {

  /** The one encoder that reads no model: what a data set without a trial is embedded with. */
  private static final String WORDS = "tf-idf";

  /**
   * What was read.
   *
   * @param trial what embeds all users; empty where there is no trial
   */
  record Read(UsersData data, Optional<LazyTrial> trial) {}

  /** The users of a run's first trial that is done. */
  Read run(String id) {
    StoredRun run = runs.find(id);
    StoredTrial trial =
        run.done().stream()
            .findFirst()
            .orElseThrow(() -> BadInputException.of("run", id, "a run with a trial that is done"));
    Experiment experiment = experiments.of(run);
    TrialUsers users =
        TrialUsers.of(
            experiment.points().get(trial.point()).trial(), trial.seed(), experiment.folder());
    TrialProvenance provenance = trial.result().orElseThrow().provenance();
    try (StageStore store = new StageStore(Home.ofEnvironment().stages())) {
      UsersData data =
          new UsersData(
              texts.get("of.run", id, trial.label()),
              users.dataset().task(),
              users.asKept(),
              users.roles(provenance.sharers()),
              users.dataset().truth(),
              users.embeddings(provenance, store, engine.get()));
      return new Read(data, Optional.of(new LazyTrial(trials::get, experiment, trial)));
    }
  }

  /** The users of a data set, by the format that fits. */
  Read dataset(Path path) {
    DataSource.Found found =
        new DataSource(plugins).read(path.toString(), Optional.empty(), List.of(), 0);
    Dataset dataset = found.dataset();
    UsersData data =
        new UsersData(
            texts.get("of.data", path, found.format()),
            dataset.task(),
            dataset.users(),
            Map.of(),
            dataset.truth(),
            Map.of());
    return new Read(data, Optional.empty());
  }

  /** Embeds all users, with a trial's model or, where there is none, by their words. */
  Map<String, float[]> embeddings(UsersData data, Optional<LazyTrial> trial, Progress progress) {
    List<User> some = data.users().stream().filter(user -> !user.history().isEmpty()).toList();
    float[][] vectors =
        trial.isPresent()
            ? trial.get().with(progress, served -> served.embeddings(some, progress))
            : words(data, some, progress);
    Map<String, float[]> embeddings = new LinkedHashMap<>();
    for (int u = 0; u < vectors.length; u++) {
      embeddings.put(some.get(u).id(), vectors[u]);
    }
    return embeddings;
  }

  @SuppressWarnings("unchecked") // the family's members are history encoders
  private float[][] words(UsersData data, List<User> users, Progress progress) {
    Config name = new Config.Scalar(WORDS, new Origin(texts.get("title"), 0));
    Use<HistoryEncoder<?>> use =
        (Use<HistoryEncoder<?>>)
            (Use<?>) new OptionBinder(plugins).use(Family.HISTORY_ENCODER, name, "");
    return Configured.encode(use, new EncodingContext(users, users, data.task(), null, progress));
  }
}
