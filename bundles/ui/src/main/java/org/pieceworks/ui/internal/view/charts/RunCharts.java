package org.pieceworks.ui.internal.view.charts;

import java.util.List;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.report.chart.ChartKind;
import org.pieceworks.report.chart.ChartOffer;

/**
 * All charts of a run.
 *
 * @param run its id
 * @param name its experiment's
 * @param kinds all that there are, those without charts too
 */
record RunCharts(String run, String name, ResultTable table, List<Kind> kinds) {

  /** Copies the kinds. */
  RunCharts {
    kinds = List.copyOf(kinds);
  }

  /** All methods of the run, so that each has the same colour in every chart. */
  List<String> methods() {
    return table.summaries().stream().map(ResultTable.Summary::method).distinct().toList();
  }

  /** The kind of a name, or the first that has charts. */
  Kind kind(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .or(() -> kinds.stream().filter(kind -> !kind.offers().isEmpty()).findFirst())
        .orElseGet(() -> new Kind(name, name, "", List.of(), ""));
  }

  /**
   * The charts of one chart type.
   *
   * @param summary what the type draws, in a sentence
   * @param problem why it failed, empty unless it did
   */
  record Kind(
      String name, String heading, String summary, List<ChartOffer> offers, String problem) {

    /** Copies the charts. */
    Kind {
      offers = List.copyOf(offers);
    }

    /** Asks a chart type; one that fails must not cost the others. */
    static Kind of(ChartKind kind, ResultTable table) {
      String summary = kind.entry().plugin().summary();
      try {
        List<ChartOffer> offers =
            table.summaries().isEmpty() ? List.of() : ChartOffer.of(kind::charts, table);
        return new Kind(kind.name(), kind.heading(), summary, offers, "");
      } catch (RuntimeException | LinkageError e) {
        return new Kind(
            kind.name(), kind.heading(), summary, List.of(), String.valueOf(e.getMessage()));
      }
    }
  }
}
