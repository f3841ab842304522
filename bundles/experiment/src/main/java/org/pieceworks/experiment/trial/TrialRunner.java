package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.TrialSettings;
import org.pieceworks.experiment.stage.StageStore;

/** Runs trials. */
@Component(service = TrialRunner.class)
public final class TrialRunner {

  private final TrialServices services;
  private final Plugins plugins;

  /** Takes the services and the plug-ins that are there. */
  @Activate
  public TrialRunner(@Reference TrialServices services, @Reference Plugins plugins) {
    this.services = services;
    this.plugins = plugins;
  }

  /** The tensor engine and its version. */
  public String engine() {
    return services.engine().description();
  }

  /** Plug-ins as one trial calls them, for {@link #run} and whoever watches it. */
  public PluginCalls calls() {
    return new PluginCalls(plugins);
  }

  /**
   * Runs one trial; what it needs and is not in the store yet is made and stored on the way.
   *
   * @param folder that relative paths are relative to
   * @param calls of this trial alone
   * @throws org.pieceworks.api.BadInputException if a plug-in that it needs has left, or the data
   *     does not allow what the settings ask for
   * @throws org.pieceworks.experiment.call.PluginException if a plug-in throws, gives what its
   *     contract rules out, or leaves on the way
   * @throws org.pieceworks.api.CancelledException if the listener says so
   */
  public TrialResult run(
      TrialSettings named,
      long seed,
      Path folder,
      StageStore store,
      TrialListener listener,
      PluginCalls calls) {
    TrialPlugins present = new TrialPlugins(plugins, calls);
    present.checkPresent(named);
    TrialSettings settings = new GuardedSettings(calls).of(named);
    String engine = services.engine().description();
    String kind = settings.device().replaceFirst(":.*", "");
    Stages stages = new Stages(store, engine, kind, listener, calls);
    stages.checkCancelled();
    long dataSeed = Seeds.of(seed, "dataset");
    Dataset dataset = Configured.read(settings.dataset(), folder, dataSeed);
    Split split = Split.of(dataset, settings.split(), Seeds.of(seed, "split"));
    List<Use<Metric<?>>> metrics = present.metrics(settings, dataset.task());
    try (NDManager manager = services.engine().open(settings.device())) {
      Scope scope = new Scope(services, stages, manager, dataset, split, seed);
      return new Trial(scope, settings, folder, metrics).run();
    }
  }
}
