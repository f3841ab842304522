package org.pieceworks.experiment.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.stage.Canonical;

/**
 * The points of a sweep, every one bound and checked.
 *
 * @param axisNames the names of the swept axes: paths of settings, or of sets of variants
 * @param base the file's own settings
 * @param changes per point what the sweep changes, by axis
 * @param trials per point its settings
 */
record Points(
    List<String> axisNames,
    TrialSettings base,
    List<Map<String, Sweep.Value>> changes,
    List<TrialSettings> trials) {

  /**
   * Binds all points.
   *
   * @param folder that relative paths are relative to
   * @throws BadInputException at the first setting of any point that does not fit
   */
  static Points of(Sweep sweep, Config.Mapping settings, OptionBinder binder, Path folder) {
    List<TrialSettings> trials = new ArrayList<>();
    for (Map<String, Sweep.Value> changes : sweep.points()) {
      Config.Mapping changed = settings;
      for (Sweep.Value value : changes.values()) {
        changed = with(changed, value);
      }
      TrialSettings trial = binder.bind(TrialSettings.class, changed, "");
      new SettingsCheck(trial, changed).check(folder);
      trials.add(trial);
    }
    Map<String, List<Sweep.Value>> axes = sweep.axes();
    TrialSettings base = axes.isEmpty() ? trials.get(0) : base(settings, axes, binder);
    return new Points(List.copyOf(axes.keySet()), base, sweep.points(), trials);
  }

  private static Config.Mapping with(Config.Mapping settings, Sweep.Value value) {
    Config.Mapping changed = settings;
    for (Map.Entry<String, Config> setting : value.settings().entrySet()) {
      changed = changed.with(Config.path(setting.getKey()), setting.getValue());
    }
    return changed;
  }

  /**
   * Binds the file's own settings. Where they lack what only the sweep gives, such as the data set,
   * it is the sweep's first value.
   */
  private static TrialSettings base(
      Config.Mapping settings, Map<String, List<Sweep.Value>> axes, OptionBinder binder) {
    Config.Mapping own = settings;
    for (List<Sweep.Value> values : axes.values()) {
      try {
        return binder.bind(TrialSettings.class, own, "");
      } catch (BadInputException incomplete) {
        own = (Config.Mapping) Config.merge(with(own, values.get(0)), own);
      }
    }
    return binder.bind(TrialSettings.class, own, "");
  }

  /** The distinct ones, in the order of the file. */
  List<TrialPoint> distinct() {
    Set<String> seen = new HashSet<>();
    List<TrialPoint> points = new ArrayList<>();
    List<Map<String, String>> labels = labels();
    for (int i = 0; i < trials.size(); i++) {
      if (seen.add(Canonical.text(trials.get(i)))) {
        points.add(new TrialPoint(points.size(), labels.get(i), trials.get(i)));
      }
    }
    return points;
  }

  /** Every axis with its values, in the order of the file. */
  Map<String, List<String>> axes() {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    List<Map<String, String>> labels = labels();
    for (String axis : axisNames) {
      Set<String> values = new LinkedHashSet<>();
      for (int i = 0; i < trials.size(); i++) {
        if (changes.get(i).containsKey(axis)) {
          values.add(labels.get(i).get(axis));
        }
      }
      axes.put(axis, List.copyOf(values));
    }
    return axes;
  }

  /**
   * The file's own value of every axis; of variants the one that changes nothing, or else the
   * first.
   */
  Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>(settingLabels().of(base));
    Map<String, String> all = new LinkedHashMap<>();
    axisNames.forEach(axis -> all.put(axis, own.getOrDefault(axis, ownVariant(axis))));
    return all;
  }

  private String ownVariant(String axis) {
    String first = "";
    for (int i = 0; i < trials.size(); i++) {
      Optional<String> name =
          Optional.ofNullable(changes.get(i).get(axis)).flatMap(Sweep.Value::name);
      if (name.isPresent() && Canonical.text(trials.get(i)).equals(Canonical.text(base))) {
        return name.get();
      }
      first = first.isEmpty() ? name.orElse("") : first;
    }
    return first;
  }

  /** What every point is called, by axis. */
  private List<Map<String, String>> labels() {
    Map<String, String> own = own();
    AxisLabels settings = settingLabels();
    List<Map<String, String>> all = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Map<String, String> labels = new LinkedHashMap<>(own);
      labels.putAll(settings.of(trials.get(i)));
      changes
          .get(i)
          .forEach((axis, value) -> value.name().ifPresent(name -> labels.put(axis, name)));
      all.add(labels);
    }
    return all;
  }

  private AxisLabels settingLabels() {
    List<TrialSettings> all = new ArrayList<>(trials);
    all.add(base);
    return AxisLabels.of(axisNames.stream().filter(SettingsPaths::exists).toList(), all);
  }
}
