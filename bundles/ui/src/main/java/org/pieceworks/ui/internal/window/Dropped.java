package org.pieceworks.ui.internal.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Files that were dropped onto the window, by what is to be done with them.
 *
 * @param jars to be installed
 * @param experiments to be edited
 * @param data folders and files of data sets
 * @param others of which nothing is known
 */
record Dropped(List<Path> jars, List<Path> experiments, List<Path> data, List<Path> others) {

  /** Sorts files by what they are. */
  static Dropped of(List<Path> paths) {
    Dropped dropped =
        new Dropped(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    paths.forEach(path -> dropped.kind(path).add(path.toAbsolutePath()));
    return dropped;
  }

  private List<Path> kind(Path path) {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path) || lower.endsWith(".json")) {
      return data;
    }
    if (lower.endsWith(".jar")) {
      return jars;
    }
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? experiments : others;
  }
}
