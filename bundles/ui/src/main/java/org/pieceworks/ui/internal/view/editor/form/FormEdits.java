package org.pieceworks.ui.internal.view.editor.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.ui.internal.view.editor.yaml.Scalars;
import org.pieceworks.ui.internal.view.editor.yaml.YamlEdits;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/** Writes what is put into a field into the text. */
public record FormEdits(Settings settings) {

  private static final String USE = "use";

  /**
   * The text with a field's setting changed.
   *
   * @param typed what the field holds; empty: the default, so that the key goes
   * @throws org.pieceworks.ui.internal.view.editor.yaml.NotEditable if it has to be changed by hand
   */
  public String set(String text, Field field, String typed) {
    if (field.kind() == Field.Kind.PLUGIN) {
      return setPlugin(text, field, typed);
    }
    if (typed.isBlank()) {
      return YamlEdits.remove(text, field.keys());
    }
    String value =
        field.kind() == Field.Kind.LIST ? Scalars.list(typed) : Scalars.one(typed.strip());
    return YamlEdits.set(text, field.keys(), value, settings.topKeys());
  }

  private String setPlugin(String text, Field field, String name) {
    boolean options =
        YamlText.parse(text)
            .map(FormValues::new)
            .orElseGet(FormValues::none)
            .keys(field.path())
            .stream()
            .anyMatch(key -> !key.isEmpty());
    List<String> use = new ArrayList<>(field.keys());
    if (options) {
      use.add(USE);
    }
    String changed =
        name.isBlank()
            ? YamlEdits.remove(text, use)
            : YamlEdits.set(text, use, Scalars.one(name), settings.topKeys());
    return options ? withoutForeign(changed, field, name) : changed;
  }

  /** Another plug-in does not know the options of the one before. */
  private String withoutForeign(String text, Field field, String name) {
    Set<String> known = new HashSet<>(List.of(USE));
    settings
        .plugin(field.family().orElseThrow(), name.isBlank() ? field.standard() : name)
        .ifPresent(
            plugin ->
                settings
                    .options(field.path(), plugin)
                    .forEach(
                        row ->
                            known.add(
                                row.path().substring(field.path().length() + 1).split("\\.")[0])));
    String left = text;
    FormValues values = YamlText.parse(text).map(FormValues::new).orElseGet(FormValues::none);
    for (String key : values.keys(field.path())) {
      if (!known.contains(key)) {
        List<String> path = new ArrayList<>(field.keys());
        path.add(key);
        left = YamlEdits.remove(left, path);
      }
    }
    return left;
  }
}
