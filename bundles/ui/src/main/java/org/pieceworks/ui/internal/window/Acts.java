package org.pieceworks.ui.internal.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pieceworks.ui.Act;

/** What can be done now. */
final class Acts {

  /** Offers what comes last in its menu. */
  static final Object END = "end";

  private record Offered(Object owner, Act act) {}

  private final List<Offered> offered = new ArrayList<>();
  private final Runnable changed;

  Acts(Runnable changed) {
    this.changed = changed;
  }

  void add(Object owner, Act act) {
    offered.removeIf(one -> one.act().id().equals(act.id()));
    offered.add(new Offered(owner, act));
    changed.run();
  }

  void forget(Object owner) {
    if (offered.removeIf(one -> one.owner() == owner)) {
      changed.run();
    }
  }

  /** In the order in which they were offered. */
  List<Act> all() {
    return offered.stream().map(Offered::act).toList();
  }

  List<Act> byTitle() {
    return all().stream().sorted(Comparator.comparing(Act::title)).toList();
  }

  /** What a menu holds, by whom it was offered; last what is offered by {@link #END}. */
  List<List<Act>> groups(String menu) {
    Map<Object, List<Act>> groups =
        offered.stream()
            .filter(one -> one.act().menu().equals(menu))
            .sorted(Comparator.comparing(one -> one.owner() == END))
            .collect(
                Collectors.groupingBy(
                    Offered::owner,
                    LinkedHashMap::new,
                    Collectors.mapping(Offered::act, Collectors.toList())));
    return List.copyOf(groups.values());
  }
}
