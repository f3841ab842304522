package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.TrialSettings;
import org.pieceworks.experiment.stage.StageStore;

/** Serves the targets of trials that were run, with what these left in the stage store. */
@Component(service = ServedTrials.class)
public final class ServedTrials {

  private final TrialServices services;
  private final Plugins plugins;

  /** Takes the services and the plug-ins that are there. */
  @Activate
  public ServedTrials(@Reference TrialServices services, @Reference Plugins plugins) {
    this.services = services;
    this.plugins = plugins;
  }

  /**
   * Opens a trial again; nothing is trained.
   *
   * @param folder that relative paths are relative to
   * @param store is read, and stays open as long as what is returned
   * @throws org.pieceworks.api.BadInputException if a stage or a plug-in is not there any more
   */
  public ServedTrial open(
      TrialSettings named, long seed, Path folder, StageStore store, Progress progress) {
    PluginCalls calls = new PluginCalls(plugins);
    new TrialPlugins(plugins, calls).checkPresent(named);
    TrialSettings settings = new GuardedSettings(calls).of(named);
    String kind = settings.device().replaceFirst(":.*", "");
    Stages stages =
        new Stages(store, services.engine().description(), kind, TrialListener.SILENT, calls)
            .asTheyAre();
    Dataset dataset = Configured.read(settings.dataset(), folder, Seeds.of(seed, "dataset"));
    Split split = Split.of(dataset, settings.split(), Seeds.of(seed, "split"));
    progress.checkCancelled();
    NDManager manager = services.engine().open(settings.device());
    try {
      Scope scope = new Scope(services, stages, manager, dataset, split, seed);
      return new ServedTrial(scope, settings, folder);
    } catch (RuntimeException | LinkageError e) {
      manager.close();
      throw e;
    }
  }
}
