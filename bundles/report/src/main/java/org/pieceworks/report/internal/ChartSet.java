package org.pieceworks.report.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.report.chart.ChartKind;
import org.pieceworks.report.internal.draw.ChartImage;
import org.pieceworks.report.internal.draw.ChartImages;
import org.pieceworks.report.internal.draw.Fonts;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Page.Chart;
import org.pieceworks.report.internal.page.Page.ChartGroup;
import org.pieceworks.report.words.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the charts of all chart types that are there, ours first, each with its defaults. */
final class ChartSet {

  private static final Logger LOG = LoggerFactory.getLogger(ChartSet.class);

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
    for (ChartKind kind : ChartKind.all(plugins)) {
      try {
        draw(kind, facts, images, names, drawn);
      } catch (RuntimeException e) {
        PluginEntry entry = kind.entry();
        LOG.warn("chart type {} of {} failed", kind.name(), entry.bundle(), e);
        drawn
            .warnings()
            .add(
                "The chart type %s of %s %s failed: %s"
                    .formatted(kind.name(), entry.bundle(), entry.version(), e.getMessage()));
      }
    }
    return drawn;
  }

  private static void draw(
      ChartKind kind, RunFacts facts, ChartImages images, Set<String> names, Drawn drawn) {
    List<ChartImage> mine = new ArrayList<>();
    for (ChartData data : kind.charts(facts.table())) {
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
          .add(new ChartGroup("charts-" + Names.slug(kind.name()), kind.heading(), charts));
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
}
