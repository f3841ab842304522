package org.pieceworks.ui.internal.view.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages that this build carries, in the order in which one would read them. */
final class Guide {

  private static final List<String> FILES =
      List.of(
          "user-guide.md",
          "experiment-reference.md",
          "plugins.md",
          "plugin-guide.md",
          "architecture.md",
          "performance.md",
          "CHANGELOG.md");

  private Guide() {}

  /** Reads them all. */
  static List<GuidePage> pages() {
    List<GuidePage> pages = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in = Guide.class.getResourceAsStream("docs/" + file)) {
        if (in != null) {
          pages.add(GuidePage.of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return pages;
  }

  /** A file that a page names, where this installation stands within its sources. */
  static Optional<Path> source(String path) {
    return Stream.iterate(
            Path.of(System.getProperty("pieceworks.installation", "")).toAbsolutePath(),
            folder -> folder != null,
            Path::getParent)
        .map(folder -> folder.resolve("docs").resolve(path).normalize())
        .filter(Files::exists)
        .findFirst();
  }
}
