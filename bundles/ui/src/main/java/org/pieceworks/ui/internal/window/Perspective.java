package org.pieceworks.ui.internal.window;

import java.util.List;
import java.util.Map;
import org.pieceworks.ui.Area;

/**
 * An arrangement of views for a kind of work.
 *
 * @param id its layout is kept by it
 * @param views by area, the first of each in front
 */
record Perspective(String id, Map<Area, List<String>> views) {

  private static final List<String> MESSAGES = List.of("problems", "error-log", "console");

  static final Perspective DESIGN =
      new Perspective(
          "design",
          Map.of(
              Area.LEFT, List.of("experiments"),
              Area.CENTRE, List.of("welcome", "editor", "plugins"),
              Area.BOTTOM, MESSAGES));

  static final Perspective RUN =
      new Perspective(
          "run",
          Map.of(
              Area.LEFT, List.of("experiments"),
              Area.CENTRE, List.of("run", "charts"),
              Area.BOTTOM, MESSAGES));

  static final Perspective ANALYSE =
      new Perspective(
          "analyse",
          Map.of(
              Area.LEFT, List.of("experiments"),
              Area.CENTRE, List.of("charts", "compare", "reports", "assembly", "users", "pool")));

  static final List<Perspective> ALL = List.of(DESIGN, RUN, ANALYSE);

  /** Whether a view stands in it from the start. */
  boolean has(String view) {
    return views.values().stream().anyMatch(list -> list.contains(view));
  }

  /** The one of a name, the first where there is none. */
  static Perspective of(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElse(DESIGN);
  }
}
