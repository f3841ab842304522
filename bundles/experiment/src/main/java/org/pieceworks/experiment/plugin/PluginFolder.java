package org.pieceworks.experiment.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.storage.AtomicFiles;

/**
 * The user's plug-ins, of which the framework takes up every jar that appears, and gives up every
 * one that disappears.
 */
public record PluginFolder(Path path) {

  /** All bundles in it, by file name. */
  public List<BundleJar> jars() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(BundleJar::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** The jars of a bundle, whatever their names and versions. */
  public List<BundleJar> jars(String symbolicName) {
    return jars().stream().filter(jar -> jar.symbolicName().equals(symbolicName)).toList();
  }

  /** Whether a bundle is there in the version that its feature names. */
  public boolean holds(FeatureBundle bundle) {
    return jars(bundle.symbolicName()).stream().anyMatch(jar -> jar.is(bundle));
  }

  /**
   * Puts a bundle's jar in the place of all others of the same bundle.
   *
   * @return whether that changed anything
   */
  public boolean put(BundleJar jar) {
    List<BundleJar> others = jars(jar.symbolicName());
    if (others.size() == 1 && same(jar.path(), others.get(0).path())) {
      return false;
    }
    Path target = path.resolve(jar.symbolicName() + ".jar");
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
  public List<BundleJar> remove(String symbolicName) {
    List<BundleJar> jars = jars(symbolicName);
    jars.forEach(jar -> AtomicFiles.deleteTree(jar.path()));
    return jars;
  }
}
