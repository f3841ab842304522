package org.pieceworks.ui.internal.view.console;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a name that was begun may become.
 *
 * @param line the line with as much of the name as is certain
 * @param caret where one goes on
 * @param names that are possible, none if it is complete or none fits
 */
record Completion(String line, int caret, List<String> names) {

  private static final Pattern NAME = Pattern.compile("(?:^|[|;(])\\s*([\\w.:*-]*)$");

  /**
   * Completes the name of a command.
   *
   * @param commands with their scopes: {@code pieceworks:run}
   */
  static Completion of(String line, int caret, Collection<String> commands) {
    Matcher matcher = NAME.matcher(line.substring(0, caret));
    if (!matcher.find()) {
      return new Completion(line, caret, List.of());
    }
    String begun = matcher.group(1);
    List<String> fitting =
        commands.stream()
            .flatMap(name -> begun.contains(":") ? Stream.of(name) : shortAndLong(name))
            .filter(name -> name.startsWith(begun))
            .distinct()
            .sorted()
            .toList();
    if (fitting.isEmpty()) {
      return new Completion(line, caret, List.of());
    }
    String certain = fitting.stream().reduce(Completion::common).orElse(begun);
    boolean only = fitting.size() == 1;
    String put = only ? certain + " " : certain;
    String before = line.substring(0, caret - begun.length()) + put;
    return new Completion(
        before + line.substring(caret), before.length(), only ? List.of() : fitting);
  }

  /** A name without its scope goes first; the scopes themselves are offered once one is begun. */
  private static Stream<String> shortAndLong(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? Stream.of(name)
        : Stream.of(name.substring(colon + 1), name.substring(0, colon + 1));
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
