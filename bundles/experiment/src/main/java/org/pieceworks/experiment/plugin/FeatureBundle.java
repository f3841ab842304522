package org.pieceworks.experiment.plugin;

import java.util.List;

/**
 * A bundle of an optional feature.
 *
 * @param group Maven's group
 * @param artifact Maven's artifact
 * @param release Maven's version
 * @param symbolicName its name in the framework
 * @param plugins what it brings, each with its family: {@code gating-model/sigmoid}
 * @param bytes about the size of its jar
 */
public record FeatureBundle(
    String group,
    String artifact,
    String release,
    String symbolicName,
    List<String> plugins,
    long bytes) {

  /** Copies the plug-ins. */
  public FeatureBundle {
    plugins = List.copyOf(plugins);
  }

  /** Its version in the framework. */
  public String version() {
    return release.replaceFirst("-", ".");
  }

  /** The file name that its build gives it. */
  public String fileName() {
    return artifact + "-" + release + ".jar";
  }
}
