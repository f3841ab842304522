package org.pieceworks.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.method.Method;
import org.pieceworks.experiment.call.PluginException;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.TrialSettings;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.TrialRunner;
import org.pieceworks.experiment.trial.TrialServices;
import org.pieceworks.shell.console.StatusLine;

/**
 * Writes adapters with which a method serves: runs a trial with that method alone and ends it where
 * the method has prepared to serve.
 */
final class ServedAdapters {

  private final TrialServices services;
  private final Plugins plugins;
  private final StageStore stages;
  private final StatusLine status;

  ServedAdapters(TrialServices services, Plugins plugins, StageStore stages, StatusLine status) {
    this.services = services;
    this.plugins = plugins;
    this.stages = stages;
    this.status = status;
  }

  /**
   * Whose adapter it is.
   *
   * @param baseModel the checkpoint that the adapter belongs to
   */
  record Found(String user, Path baseModel) {}

  /** Writes one target user's adapter of the experiment's first point. */
  Found find(Experiment experiment, long seed, String method, Optional<String> user, Path target) {
    TrialSettings settings = experiment.points().get(0).trial();
    Use<Method<?>> use =
        settings.methods().stream()
            .filter(one -> one.name().equals(method))
            .findFirst()
            .orElseThrow(() -> unknown(settings, method));
    BaseModelWatch watch = new BaseModelWatch(status, settings, experiment.folder());
    ExportingMethod<?> exporting = exporting(use, user, target, watch);
    TrialRunner trials = new TrialRunner(services, with(exporting));
    try {
      trials.run(
          only(settings, exporting, use), seed, experiment.folder(), stages, watch, trials.calls());
    } catch (PluginException e) {
      if (!(e.getCause() instanceof ExportingMethod.Exported done)) {
        throw e;
      }
      return new Found(done.user(), watch.checkpoint());
    }
    throw new IllegalStateException("method " + method + " was never asked to serve");
  }

  private static BadInputException unknown(TrialSettings settings, String method) {
    List<String> names = settings.methods().stream().map(Use::name).toList();
    return BadInputException.of("--method", method, Names.oneOf(method, names));
  }

  /** The plug-ins with one method in the place of the one that it wraps. */
  private Plugins with(ExportingMethod<?> exporting) {
    return family -> {
      if (family != Family.METHOD) {
        return plugins.list(family);
      }
      List<PluginEntry> entries = new ArrayList<>();
      for (PluginEntry entry : plugins.list(family)) {
        boolean wrapped = entry.plugin().name().equals(exporting.name());
        entries.add(
            wrapped
                ? new PluginEntry(
                    family, exporting, entry.bundle(), entry.version(), entry.shadowed())
                : entry);
      }
      return entries;
    };
  }

  private static TrialSettings only(
      TrialSettings all, ExportingMethod<?> exporting, Use<Method<?>> use) {
    return new TrialSettings(
        all.dataset(),
        all.split(),
        all.model(),
        all.adaptation(),
        all.peft(),
        all.training(),
        all.sharers(),
        all.decomposition(),
        all.gating(),
        all.pool(),
        all.assembly(),
        List.of(new Use<>(exporting, use.options())),
        all.answers(),
        all.generation(),
        all.metrics(),
        all.device());
  }

  private static ExportingMethod<?> exporting(
      Use<Method<?>> use, Optional<String> user, Path target, BaseModelWatch watch) {
    return new ExportingMethod<>(use.plugin(), user, target, watch);
  }
}
