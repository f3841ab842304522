package org.pieceworks.launcher;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes bundles of packages among the test classes, the way a plug-in developer would. */
public final class TestBundle {

  private TestBundle() {}

  /** Writes a bundle that holds one package; its name is that of the package. */
  static Path write(Path jar, String packageName) throws Exception {
    return write(jar, packageName, packageName, "1.0.0");
  }

  /** Writes a bundle that holds one package, under a name and a version of its own. */
  public static Path write(Path jar, String packageName, String name, String version)
      throws Exception {
    Files.createDirectories(jar.getParent());
    Path unfinished = jar.resolveSibling(jar.getFileName() + ".part");
    try (Builder builder = new Builder()) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (Files.exists(Path.of(entry))) {
          builder.addClasspath(new File(entry));
        }
      }
      builder.setBundleSymbolicName(name);
      builder.setProperty("Bundle-Version", version);
      builder.setPrivatePackage(packageName);
      try (Jar built = builder.build()) {
        if (!builder.isOk()) {
          throw new IllegalStateException(builder.getErrors() + " " + builder.getWarnings());
        }
        built.write(unfinished.toFile());
      }
    }
    return Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
  }
}
