package org.pieceworks.experiment.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/**
 * A jar, and the bundle that its manifest says it is.
 *
 * @param symbolicName the bundle's name
 */
public record BundleJar(Path path, String symbolicName, String version) {

  /** Reads a jar; empty where there is none, or where it is no bundle. */
  public static Optional<BundleJar> read(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return Optional.ofNullable(headers.getValue(Constants.BUNDLE_SYMBOLICNAME))
          .map(name -> name.replaceFirst(";.*", "").strip())
          .map(name -> new BundleJar(path, name, version(headers)));
    } catch (IOException noJar) {
      return Optional.empty();
    }
  }

  private static String version(Attributes headers) {
    String version = headers.getValue(Constants.BUNDLE_VERSION);
    return version == null ? "0.0.0" : version.strip();
  }

  /** Whether it is a bundle in the version that its feature names. */
  public boolean is(FeatureBundle bundle) {
    return symbolicName.equals(bundle.symbolicName()) && bundle.version().equals(version);
  }
}
