package org.pieceworks.shell.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.experiment.plugin.FeatureBundle;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.storage.AtomicFiles;

/**
 * The user's plug-ins, of which the framework takes up every jar that appears, and gives up every
 * one that disappears.
 */
public record PluginFolder(Path path) {

  /** The one in {@code PIECEWORKS_HOME}. */
  public static PluginFolder ofHome() {
    return new PluginFolder(Home.ofEnvironment().plugins());
  }

  /** The jars of a bundle, whatever their names and versions. */
  public List<BundleJar> jars(FeatureBundle bundle) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(BundleJar::read)
          .flatMap(Optional::stream)
          .filter(jar -> jar.isSomeOf(bundle))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** Whether a bundle is there in the version that its feature names. */
  public boolean holds(FeatureBundle bundle) {
    return jars(bundle).stream().anyMatch(jar -> jar.is(bundle));
  }

  /**
   * Puts a bundle's jar in the place of all others of the same bundle.
   *
   * @return whether that changed anything
   */
  public boolean put(FeatureBundle bundle, BundleJar jar) {
    List<BundleJar> others = jars(bundle);
    if (others.size() == 1 && same(jar.path(), others.get(0).path())) {
      return false;
    }
    Path target = path.resolve(bundle.symbolicName() + ".jar");
    AtomicFiles.write(target, out -> Files.copy(jar.path(), out));
    others.stream()
        .map(BundleJar::path)
        .filter(other -> !other.equals(target))
        .forEach(AtomicFiles::deleteTree);
    return true;
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + one + ": " + e.getMessage(), e);
    }
  }

  /** Deletes a bundle's jars and returns them. */
  public List<BundleJar> remove(FeatureBundle bundle) {
    List<BundleJar> jars = jars(bundle);
    jars.forEach(jar -> AtomicFiles.deleteTree(jar.path()));
    return jars;
  }
}
