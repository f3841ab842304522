package org.pieceworks.ui.internal.view.editor.yaml;

/**
 * A change of a text.
 *
 * @param from where it begins
 * @param to where what is replaced ends
 * @param by what stands there afterwards
 */
public record Replacement(int from, int to, String by) {

  /** The smallest change that makes one text of another. */
  public static Replacement between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int head = 0;
    while (head < most && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new Replacement(
        head, before.length() - tail, after.substring(head, after.length() - tail));
  }
}
