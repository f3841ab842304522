package org.pieceworks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution that the build has just made. */
public final class Distribution {

  static final Installation INSTALLATION =
      new Installation(Path.of(System.getProperty("pieceworks.distribution")));

  private static final Path WORK = Path.of(System.getProperty("pieceworks.test.work"));

  private Distribution() {}

  /** A home of its own for tests of one kind. */
  static Home home(String name) {
    return new Home(WORK.resolve(name));
  }

  /** All jars of the repository. */
  static List<Path> repository() throws IOException {
    try (Stream<Path> files = Files.walk(INSTALLATION.repository())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The jars of the project's own bundles. */
  static List<Path> ownBundles() throws IOException {
    return repository().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("pieceworks-"))
        .toList();
  }
}
