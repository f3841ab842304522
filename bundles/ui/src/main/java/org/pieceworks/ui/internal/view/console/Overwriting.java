package org.pieceworks.ui.internal.view.console;

import java.util.regex.Pattern;

/**
 * How a text that was meant for a terminal changes what is shown: a return begins its line anew.
 *
 * @param removed how many characters at the end go
 * @param added what then comes
 */
record Overwriting(int removed, String added) {

  private static final Pattern CONTROLS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]|\u0007");

  /**
   * What a text does.
   *
   * @param line the last line that is shown, as far as it was written
   */
  static Overwriting of(String line, String text) {
    String plain = CONTROLS.matcher(text).replaceAll("").replace("\r\n", "\n");
    StringBuilder shown = new StringBuilder();
    int removed = 0;
    for (int i = 0; i < plain.length(); i++) {
      char one = plain.charAt(i);
      if (one != '\r') {
        shown.append(one);
      } else if (shown.lastIndexOf("\n") >= 0) {
        shown.setLength(shown.lastIndexOf("\n") + 1);
      } else {
        shown.setLength(0);
        removed = line.length();
      }
    }
    return new Overwriting(removed, shown.toString());
  }
}
