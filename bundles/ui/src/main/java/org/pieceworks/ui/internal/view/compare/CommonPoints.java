package org.pieceworks.ui.internal.view.compare;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.experiment.run.StoredRun;

/**
 * Tells which points of two runs are the same: those that agree in all that either run sweeps. What
 * a run does not sweep it has from its file; what the file does not name is at its default, as in
 * another file that leaves it alone.
 */
record CommonPoints(List<StoredRun> runs, Set<String> axes, List<Map<String, String>> files) {

  /** Reads the files of the runs. */
  static CommonPoints of(List<StoredRun> runs) {
    Set<String> axes = new LinkedHashSet<>();
    runs.forEach(run -> axes.addAll(run.axes().keySet()));
    return new CommonPoints(
        runs, axes, runs.stream().map(run -> Settings.flat(run.source())).toList());
  }

  /** Whether a point of one run is that of another. */
  boolean same(int run, Map<String, String> point, int other, Map<String, String> otherPoint) {
    return axes.stream()
        .allMatch(
            axis -> {
              Optional<String> mine = value(run, point, axis);
              Optional<String> theirs = value(other, otherPoint, axis);
              // A value that nobody wrote down is the default; the base of the sweep shows it.
              String a = mine.or(() -> base(other, axis)).orElse("");
              String b = theirs.or(() -> base(run, axis)).orElse("");
              return plain(a).equals(plain(b));
            });
  }

  /** What tells a point of a run from the others of that run. */
  Map<String, String> shown(int run, Map<String, String> point) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String axis : runs.get(run).axes().keySet()) {
      value(run, point, axis).ifPresent(value -> shown.put(axis, value));
    }
    return shown;
  }

  private Optional<String> value(int run, Map<String, String> point, String axis) {
    return Optional.ofNullable(point.get(axis))
        .or(() -> base(run, axis))
        .or(() -> Optional.ofNullable(files.get(run).get(axis)));
  }

  private Optional<String> base(int run, String axis) {
    return Optional.ofNullable(runs.get(run).base().get(axis));
  }

  /** The same number always in the same form. */
  private static String plain(String value) {
    try {
      BigDecimal number = new BigDecimal(value);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
