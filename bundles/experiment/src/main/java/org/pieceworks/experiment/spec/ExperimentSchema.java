package org.pieceworks.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionField;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.option.Origin;

/** What an experiment file may say. */
public final class ExperimentSchema {

  private static final Config NONE = new Config.Mapping(Map.of(), new Origin("defaults", 0));

  private ExperimentSchema() {}

  /**
   * A top-level key that holds a map of settings.
   *
   * @param help what the section is about
   * @param rows its settings with their whole paths
   */
  public record Section(String key, String help, List<OptionRow> rows) {}

  /** The keys that stand alone: name, question and seeds, then those of the trials. */
  public static List<OptionRow> single() {
    List<OptionRow> rows = new ArrayList<>(OptionRow.of(Header.class, NONE));
    rows.addAll(settings().stream().filter(row -> !row.path().contains(".")).toList());
    return rows;
  }

  /** The keys that hold maps, in order. */
  public static List<Section> sections() {
    return OptionField.of(TrialSettings.class).stream()
        .filter(OptionField::nested)
        .map(field -> new Section(field.key(), field.option().help(), within(field.key())))
        .toList();
  }

  /** Every setting of a trial by its path, with the defaults that experiment files have. */
  public static List<OptionRow> settings() {
    return OptionRow.of(TrialSettings.class, SettingsTree.defaults());
  }

  /**
   * The options of a plug-in that a setting names, by their whole paths.
   *
   * @param path of the setting: experiment files have defaults of their own at some
   */
  public static List<OptionRow> options(String path, Plugin<?> plugin) {
    Config here = SettingsTree.defaults().find(Config.path(path)).orElse(NONE);
    boolean meant =
        here.find(List.of(Config.USE)).map(Config::shown).filter(plugin.name()::equals).isPresent();
    return OptionRow.of(plugin.optionsType(), meant ? here : NONE).stream()
        .map(row -> row.within(path))
        .toList();
  }

  private static List<OptionRow> within(String section) {
    return settings().stream().filter(row -> row.path().startsWith(section + ".")).toList();
  }
}
