package org.pieceworks.ui.internal.view.plugins;

import java.util.List;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.ui.internal.view.plugins.BundleRow.Origin;

/** What there is at some moment: bundles, and the plug-ins that they bring. */
record Listing(List<BundleRow> bundles, List<PluginCard> plugins) {

  static final Listing NOTHING = new Listing(List.of(), List.of());

  Listing {
    bundles = List.copyOf(bundles);
    plugins = List.copyOf(plugins);
  }

  /** The bundles to be listed: libraries only if they are asked for, or in trouble. */
  List<BundleRow> bundles(boolean libraries) {
    return bundles.stream()
        .filter(row -> libraries || row.origin() != Origin.LIBRARY || row.troubled())
        .toList();
  }

  /** What a bundle brings. */
  List<PluginCard> plugins(BundleRow row) {
    return plugins.stream()
        .filter(one -> one.bundle().equals(row.name()) && one.version().equals(row.version()))
        .toList();
  }

  /** The members of a family. */
  List<PluginCard> plugins(Family family) {
    return plugins.stream().filter(one -> one.family() == family).toList();
  }
}
