package org.pieceworks.bench;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.api.BadInputException;

/** The parts of a benchmark that its caller asked for, by a piece of their names. */
public final class Parts {

  private final Optional<String> only;
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean taken;

  Parts(Optional<String> only) {
    this.only = only;
  }

  /** Whether a part is asked for. */
  public boolean wants(String what) {
    seen.add(what);
    boolean wanted = only.isEmpty() || what.contains(only.get());
    taken |= wanted;
    return wanted;
  }

  /**
   * Checks that something was asked for that there is.
   *
   * @throws BadInputException with the names of all parts
   */
  void check() {
    if (only.isPresent() && !seen.isEmpty() && !taken) {
      throw BadInputException.of(
          "--only", only.get(), "a piece of one of: " + String.join("; ", seen));
    }
  }
}
