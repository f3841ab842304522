package org.pieceworks.ui.internal.view.editor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Written;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.TrialSettings;

/**
 * What makes trials take about the same time.
 *
 * @param written settings as a file writes them
 * @param bound the same with all defaults; empty where the file cannot be read here
 */
public record Likeness(List<String> written, List<String> bound) {

  private static final List<String> DECISIVE =
      List.of("dataset", "split", "model", "adaptation", "device");

  /** Copies the settings. */
  public Likeness {
    written = List.copyOf(written);
    bound = List.copyOf(bound);
  }

  /** That of a text that cannot be read as an experiment here. */
  public static Likeness of(String source) {
    return new Likeness(writtenIn(source), List.of());
  }

  /** That of an experiment's first point. */
  public static Likeness of(Experiment experiment) {
    TrialSettings trial = experiment.points().get(0).trial();
    List<String> bound =
        List.of(
            Written.of(trial.dataset()),
            Written.of(trial.split()),
            Written.of(trial.model()),
            Written.of(trial.adaptation()),
            trial.device());
    return new Likeness(writtenIn(experiment.source()), bound);
  }

  /** Whether two say the same, in the same words or in others. */
  public boolean like(Likeness other) {
    return written.equals(other.written) || !bound.isEmpty() && bound.equals(other.bound);
  }

  private static List<String> writtenIn(String source) {
    List<String> settings = new ArrayList<>();
    try {
      Config config = Yaml.parse(source, "");
      for (String key : DECISIVE) {
        settings.add(config.find(List.of(key)).map(Likeness::shown).orElse(""));
      }
    } catch (BadInputException e) {
      settings.add(source);
    }
    return settings;
  }

  /** A bare plug-in name is short for a map that uses it. */
  private static String shown(Config config) {
    if (config instanceof Config.Scalar scalar && scalar.text() != null) {
      return new Config.Mapping(Map.of(Config.USE, scalar), new Origin("", 0)).shown();
    }
    return config.shown();
  }
}
