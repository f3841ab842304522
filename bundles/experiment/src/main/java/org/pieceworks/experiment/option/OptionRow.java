package org.pieceworks.experiment.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.experiment.plugin.Family;

/**
 * One option as tables show it.
 *
 * @param path its key, within its section where it stands in one: {@code embedded.width}
 * @param expected what it takes, in words
 * @param standard its default as a file would say it, empty where it is required
 * @param help what it sets
 * @param family of the plug-ins that it names, empty where it names none
 * @param field what the row is about
 */
public record OptionRow(
    String path,
    String expected,
    String standard,
    boolean required,
    String help,
    Optional<Family> family,
    OptionField field) {

  /**
   * The options of a record, those of nested records with their path.
   *
   * @param defaults that go before those of the record
   */
  public static List<OptionRow> of(Class<? extends Record> type, Config defaults) {
    List<OptionRow> rows = new ArrayList<>();
    collect("", type, defaults, rows);
    return rows;
  }

  /** The same option of a plug-in that stands at a path. */
  public OptionRow within(String outer) {
    return new OptionRow(outer + "." + path, expected, standard, required, help, family, field);
  }

  private static void collect(
      String prefix, Class<? extends Record> type, Config defaults, List<OptionRow> rows) {
    for (OptionField field : OptionField.of(type)) {
      String path = prefix + field.key();
      if (field.nested()) {
        collect(path + ".", field.type().asSubclass(Record.class), defaults, rows);
      } else {
        rows.add(
            new OptionRow(
                path,
                field.expected(),
                defaults.find(Config.path(path)).orElseGet(field::standard).shown(),
                field.option().required(),
                field.option().help(),
                field.elementType() == Use.class ? Optional.of(field.family()) : Optional.empty(),
                field));
      }
    }
  }
}
