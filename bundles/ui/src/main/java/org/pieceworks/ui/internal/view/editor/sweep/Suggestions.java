package org.pieceworks.ui.internal.view.editor.sweep;

import java.util.Map;
import org.pieceworks.ui.internal.view.editor.form.Field;

/** Values that a newcomer may begin a sweep with. */
final class Suggestions {

  private static final Map<String, String> USUAL =
      Map.of(
          "sharers.count", "5, 10, 20, 40",
          "pool.sharing-ratio", "0.1, 0.2, 0.5, 1",
          "assembly.top-k", "1, 2, 3, 5");

  private Suggestions() {}

  /** The usual ones, else all that there are, else nothing. */
  static String of(Field field) {
    boolean few = field.kind() == Field.Kind.CHOICE || field.kind() == Field.Kind.PLUGIN;
    return USUAL.getOrDefault(field.path(), few ? String.join(", ", field.choices()) : "");
  }
}
