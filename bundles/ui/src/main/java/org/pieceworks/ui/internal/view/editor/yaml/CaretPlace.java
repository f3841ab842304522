package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.List;

/**
 * What stands at the caret of a text that need not be valid YAML.
 *
 * @param path keys that lead there, that of the value too where it is one; lists do not count
 * @param value whether a value is written there; a key otherwise
 * @param prefix what is written already
 */
public record CaretPlace(List<String> path, boolean value, String prefix) {

  /** Copies the path. */
  public CaretPlace {
    path = List.copyOf(path);
  }

  /** Looks at a text up to the caret. */
  public static CaretPlace of(String text, int caret) {
    CaretScanner scanner = new CaretScanner();
    for (String line : text.substring(0, caret).split("\n", -1)) {
      scanner.line(line);
    }
    return scanner.place();
  }
}
