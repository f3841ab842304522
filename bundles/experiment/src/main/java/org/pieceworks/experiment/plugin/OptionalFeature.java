package org.pieceworks.experiment.plugin;

import java.util.List;
import java.util.stream.Stream;

/**
 * Bundles that an installation works without, and that its user may add.
 *
 * @param name that of its file
 * @param description what it brings, in words
 */
public record OptionalFeature(String name, String description, List<FeatureBundle> bundles) {

  /** Copies the bundles. */
  public OptionalFeature {
    bundles = List.copyOf(bundles);
  }

  /** The names of the plug-ins of a family that it brings. */
  Stream<String> plugins(Family family) {
    String prefix = family.key() + "/";
    return bundles.stream()
        .flatMap(bundle -> bundle.plugins().stream())
        .filter(plugin -> plugin.startsWith(prefix))
        .map(plugin -> plugin.substring(prefix.length()));
  }
}
