package org.pieceworks.experiment.spec;

import java.util.List;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.OptionField;
import org.pieceworks.experiment.option.Use;

/** Follows dotted paths through settings. */
final class SettingsPaths {

  private SettingsPaths() {}

  /** The bound value at a path; empty where the plug-in in use has no such option. */
  static Optional<Object> find(Record settings, String path) {
    Object at = settings;
    for (String key : Config.path(path)) {
      Object within = at instanceof Use<?> use ? use.options() : at;
      if (!(within instanceof Record options)) {
        return Optional.empty();
      }
      Optional<OptionField> field = field(options.getClass(), key);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      at = field.get().read(options);
    }
    return Optional.of(at);
  }

  /** Whether a path begins at a setting. */
  static boolean exists(String path) {
    return field(TrialSettings.class, Config.path(path).get(0)).isPresent();
  }

  /**
   * Checks that a path leads to a setting, as far as the settings' own records tell; inside a
   * plug-in's options binding checks the rest.
   *
   * @param value that is to stand there, for its place in the message
   * @param where what messages say before the path
   * @throws BadInputException with the nearest key
   */
  static void check(String path, Config value, String where) {
    Class<? extends Record> type = TrialSettings.class;
    List<String> keys = Config.path(path);
    for (int i = 0; i < keys.size(); i++) {
      OptionField field = field(type, keys.get(i)).orElse(null);
      if (field == null) {
        List<String> known = OptionField.of(type).stream().map(OptionField::key).toList();
        throw OptionBinder.unknownKey(value.origin(), where + path, keys.get(i), known);
      }
      if (field.elementType() == Use.class && !field.list()) {
        return;
      }
      if (field.nested()) {
        type = field.type().asSubclass(Record.class);
      } else if (i < keys.size() - 1) {
        String setting = String.join(".", keys.subList(0, i + 1));
        throw BadInputException.of(
            value.origin().at(where + path),
            "a setting below " + setting,
            setting + " alone, which is " + field.expected());
      }
    }
  }

  private static Optional<OptionField> field(Class<? extends Record> type, String key) {
    return OptionField.of(type).stream().filter(field -> field.key().equals(key)).findFirst();
  }
}
