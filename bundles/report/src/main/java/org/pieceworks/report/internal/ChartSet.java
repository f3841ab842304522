package org.pieceworks.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.report.internal.draw.ChartImage;
import org.pieceworks.report.internal.draw.ChartImages;
import org.pieceworks.report.internal.draw.Fonts;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Page.Chart;
import org.pieceworks.report.internal.page.Page.ChartGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the charts of all chart types that are there, ours first, each with its defaults. */
final class ChartSet {

  private static final Logger LOG = LoggerFactory.getLogger(ChartSet.class);
  private static final List<String> ORDER =
      List.of("method-comparison", "quality-over-axis", "strategy-ranking", "cost", "assembly-map");

  private final Plugins plugins;

  ChartSet(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * What was drawn.
   *
   * @param warnings which chart types failed, since one failing plug-in must not cost the report
   */
  record Drawn(List<ChartGroup> groups, List<ChartImage> images, List<String> warnings) {}

  Drawn draw(RunFacts facts) {
    Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (facts.run().done().isEmpty()) {
      return drawn;
    }
    String problem = Fonts.problem();
    if (problem != null) {
      drawn.warnings().add(problem);
      return drawn;
    }
    ChartImages images = new ChartImages(facts.points().methods());
    Set<String> names = new HashSet<>();
    for (PluginEntry entry : entries()) {
      try {
        draw((ChartType<?>) entry.plugin(), facts, images, names, drawn);
      } catch (RuntimeException e) {
        LOG.warn("chart type {} of {} failed", entry.plugin().name(), entry.bundle(), e);
        drawn
            .warnings()
            .add(
                "The chart type %s of %s %s failed: %s"
                    .formatted(
                        entry.plugin().name(), entry.bundle(), entry.version(), e.getMessage()));
      }
    }
    return drawn;
  }

  private List<PluginEntry> entries() {
    return plugins.list(Family.CHART_TYPE).stream()
        .filter(entry -> !entry.shadowed())
        .sorted(
            Comparator.comparingInt((PluginEntry entry) -> rank(entry.plugin()))
                .thenComparing(entry -> entry.plugin().name()))
        .toList();
  }

  private static int rank(Plugin<?> plugin) {
    int at = ORDER.indexOf(plugin.name());
    return at < 0 ? ORDER.size() : at;
  }

  private <O extends Record> void draw(
      ChartType<O> type, RunFacts facts, ChartImages images, Set<String> names, Drawn drawn) {
    O options = new OptionBinder(plugins).bind(type.optionsType(), null, type.name());
    List<ChartImage> mine = new ArrayList<>();
    for (ChartData data : type.charts(facts.table(), options)) {
      mine.add(images.draw(data, fileName(data.title(), names)));
    }
    if (!mine.isEmpty()) {
      drawn.images().addAll(mine);
      List<Chart> charts =
          mine.stream()
              .map(image -> new Chart(image.name(), image.title(), image.caption(), image.svg()))
              .toList();
      drawn
          .groups()
          .add(new ChartGroup("charts-" + Names.slug(type.name()), heading(type), charts));
    }
  }

  private static String fileName(String title, Set<String> taken) {
    String slug = Names.slug(title);
    String name = slug.isEmpty() ? "chart" : slug;
    for (int i = 2; !taken.add(name); i++) {
      name = slug + "-" + i;
    }
    return name;
  }

  private static String heading(ChartType<?> type) {
    return switch (type.name()) {
      case "method-comparison" -> "Methods side by side";
      case "quality-over-axis" -> "Quality over the swept settings";
      case "strategy-ranking" -> "Strategies, best first";
      case "cost" -> "Cost per target user";
      case "assembly-map" -> "Chosen pieces";
      default -> type.name();
    };
  }
}
