package org.pieceworks.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directions that arrows between bundles may take. Families of strategies meet through the
 * interfaces of {@code api}, which they find as services; they never use each other.
 */
final class Rules {

  private static final Set<String> BELOW_ALL = Set.of("api", "storage");

  private static final Map<String, Set<String>> MORE =
      Map.of(
          "report", Set.of("experiment"),
          "bench", Set.of("experiment"),
          "shell", Set.of("experiment", "report", "parity", "bench"),
          "ui", Set.of("experiment", "report"));

  private Rules() {}

  /** The arrows that point the wrong way, each in the words {@code from -> to}. */
  static List<String> violations(Map<String, Set<String>> arrows) {
    return arrows.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(to -> !allows(entry.getKey(), to))
                    .map(to -> entry.getKey() + " -> " + to))
        .sorted()
        .toList();
  }

  private static boolean allows(String from, String to) {
    if (isLibrary(from)) {
      return false;
    }
    return switch (from) {
      case "api" -> isLibrary(to);
      case "storage" -> isLibrary(to) || to.equals("api");
      default ->
          isLibrary(to) || BELOW_ALL.contains(to) || MORE.getOrDefault(from, Set.of()).contains(to);
    };
  }

  private static boolean isLibrary(String bundle) {
    return bundle.startsWith("lib.");
  }
}
