package org.pieceworks.report.chart;

import java.util.Comparator;
import java.util.List;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;

/**
 * A chart type that is there, with its defaults.
 *
 * @param entry the plug-in and what brings it
 * @param plugins all that are there, in which its options may name some
 */
public record ChartKind(PluginEntry entry, Plugins plugins) {

  private static final List<String> ORDER =
      List.of("method-comparison", "quality-over-axis", "strategy-ranking", "cost", "assembly-map");

  /** All chart types, ours first, in the order of reports. */
  public static List<ChartKind> all(Plugins plugins) {
    return plugins.list(Family.CHART_TYPE).stream()
        .filter(entry -> !entry.shadowed())
        .map(entry -> new ChartKind(entry, plugins))
        .sorted(Comparator.comparingInt(ChartKind::rank).thenComparing(ChartKind::name))
        .toList();
  }

  private int rank() {
    int at = ORDER.indexOf(name());
    return at < 0 ? ORDER.size() : at;
  }

  /** The plug-in's name. */
  public String name() {
    return entry.plugin().name();
  }

  /** What its charts stand under. */
  public String heading() {
    return switch (name()) {
      case "method-comparison" -> "Methods side by side";
      case "quality-over-axis" -> "Quality over the swept settings";
      case "strategy-ranking" -> "Strategies, best first";
      case "cost" -> "Cost per target user";
      case "assembly-map" -> "Chosen pieces";
      default -> name();
    };
  }

  /** The charts that these results allow. */
  public List<ChartData> charts(ResultTable results) {
    return charts((ChartType<?>) entry.plugin(), results);
  }

  private <O extends Record> List<ChartData> charts(ChartType<O> type, ResultTable results) {
    return type.charts(results, new OptionBinder(plugins).bind(type.optionsType(), null, name()));
  }
}
