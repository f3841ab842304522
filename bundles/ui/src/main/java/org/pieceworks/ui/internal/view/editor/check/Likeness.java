package org.pieceworks.ui.internal.view.editor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Yaml;

/**
 * What makes trials take about the same time.
 *
 * @param settings as experiments write them
 */
public record Likeness(List<String> settings) {

  private static final List<String> DECISIVE =
      List.of("dataset", "split", "model", "adaptation", "device");

  /** Copies the settings. */
  public Likeness {
    settings = List.copyOf(settings);
  }

  /** That of an experiment's text; of one that cannot be read it is like no other. */
  public static Likeness of(String source) {
    List<String> settings = new ArrayList<>();
    try {
      Config config = Yaml.parse(source, "");
      for (String key : DECISIVE) {
        settings.add(config.find(List.of(key)).map(Likeness::shown).orElse(""));
      }
    } catch (BadInputException e) {
      settings.add(source);
    }
    return new Likeness(settings);
  }

  /** A bare plug-in name is short for a map that uses it. */
  private static String shown(Config config) {
    if (config instanceof Config.Scalar scalar && scalar.text() != null) {
      return new Config.Mapping(Map.of(Config.USE, scalar), new Origin("", 0)).shown();
    }
    return config.shown();
  }
}
