package org.pieceworks.ui.internal.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pieceworks.ui.Act;

/** What can be done now. */
final class Acts {

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

  List<Act> of(String menu) {
    return all().stream().filter(act -> act.menu().equals(menu)).toList();
  }
}
