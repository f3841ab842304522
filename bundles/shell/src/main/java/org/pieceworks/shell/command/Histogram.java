package org.pieceworks.shell.command;

import java.util.Arrays;
import java.util.List;
import org.pieceworks.experiment.data.Bins;
import org.pieceworks.shell.console.Table;

/** Counts as bars of characters. */
final class Histogram {

  private static final int LONGEST = 40;

  private Histogram() {}

  /** Bins of equal and round width over the values, and their extremes and median. */
  static List<String> lines(int[] values) {
    if (values.length == 0) {
      return List.of("none");
    }
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int least = sorted[0];
    int most = sorted[sorted.length - 1];
    Bins bins = Bins.of(values);
    int highest = Arrays.stream(bins.counts()).max().orElse(1);
    Table table = new Table().numbers(0, 1);
    for (int bin = 0; bin < bins.counts().length; bin++) {
      int count = bins.counts()[bin];
      int length = (int) Math.ceil((double) count * LONGEST / highest);
      table.row(bins.range(bin), count, "#".repeat(length));
    }
    List<String> lines = new java.util.ArrayList<>(table.lines());
    lines.add("from %d to %d, median %d".formatted(least, most, sorted[sorted.length / 2]));
    return lines;
  }
}
