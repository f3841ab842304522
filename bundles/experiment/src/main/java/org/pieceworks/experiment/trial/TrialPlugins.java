package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.TrialSettings;

/** The plug-ins of a trial, which may have left since its file was read. */
record TrialPlugins(Plugins plugins, PluginCalls calls) {

  /**
   * Lets a trial begin whose plug-ins are all there.
   *
   * @throws BadInputException if one has left or was replaced by another of the same name
   */
  void checkPresent(TrialSettings settings) {
    check(Family.DATASET_FORMAT, settings.dataset());
    if (settings.adaptation().enabled()) {
      check(Family.PEFT_TYPE, settings.adaptation().peft());
    }
    settings.model().pretrained().ifPresent(use -> check(Family.PRETRAINED_MODEL, use));
    check(Family.PEFT_TYPE, settings.peft());
    check(Family.SHARER_SELECTION, settings.sharers().selection());
    check(Family.HISTORY_ENCODER, settings.sharers().encoder());
    check(Family.DECOMPOSITION, settings.decomposition());
    check(Family.GATING_MODEL, settings.gating());
    settings.methods().forEach(method -> check(Family.METHOD, method));
    settings.metrics().forEach(metric -> check(Family.METRIC, metric));
  }

  private void check(Family family, Use<?> use) {
    Plugin<?> there = plugins.find(family, use.name(), "plug-ins that are there now");
    if (there != use.plugin()) {
      throw new BadInputException(
          "the %s %s was replaced by another while the experiment ran: run it again"
              .formatted(family.title(), use.name()));
    }
  }

  /**
   * The metrics that a trial is measured by: those of its file, or all that apply to the task.
   *
   * @throws BadInputException if one of the file does not apply to the task, or none does
   */
  List<Use<Metric<?>>> metrics(TrialSettings settings, Task task) {
    for (Use<Metric<?>> metric : settings.metrics()) {
      if (!metric.plugin().appliesTo(task)) {
        throw BadInputException.of(
            "metrics", metric.name(), "one that applies to task " + task.name());
      }
    }
    List<Use<Metric<?>>> metrics =
        settings.metrics().isEmpty() ? applying(task) : settings.metrics();
    if (metrics.isEmpty()) {
      throw BadInputException.of("metrics", "none", "one that applies to task " + task.name());
    }
    return metrics;
  }

  private List<Use<Metric<?>>> applying(Task task) {
    OptionBinder binder = new OptionBinder(plugins);
    List<Use<Metric<?>>> metrics = new ArrayList<>();
    for (PluginEntry entry : plugins.list(Family.METRIC)) {
      if (!entry.shadowed()
          && calls.guard(Family.METRIC, entry.plugin()) instanceof Metric<?> metric
          && metric.appliesTo(task)) {
        Config name = new Config.Scalar(metric.name(), new Origin("metrics that apply", 0));
        metrics.add(new Use<>(metric, binder.use(Family.METRIC, name, "metrics").options()));
      }
    }
    return metrics;
  }
}
