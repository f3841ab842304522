package org.pieceworks.experiment.plugin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The distribution that is running.
 *
 * @param root its folder
 */
public record Installation(Path root) {

  /** The system property that names it. */
  public static final String PROPERTY = "pieceworks.installation";

  /** The one that the launcher named; empty where there was no launcher. */
  public static Optional<Installation> current() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Installation::new);
  }

  /** What may be added to it. */
  Path optionalFeatures() {
    return root.resolve("features/optional");
  }

  /** Where its checkout leaves the jar of a bundle, if it was built in one. */
  public Path built(FeatureBundle bundle) {
    return root.resolve("../../..")
        .normalize()
        .resolve(module(bundle))
        .resolve("target")
        .resolve(bundle.fileName());
  }

  /** The folder within a checkout that makes a bundle. */
  public static String module(FeatureBundle bundle) {
    return "bundles/" + bundle.artifact().replaceFirst("^pieceworks-", "");
  }
}
