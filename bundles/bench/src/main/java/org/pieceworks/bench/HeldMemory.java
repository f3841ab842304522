package org.pieceworks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The memory that this program holds now. */
final class HeldMemory {

  private static final double MEGABYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PRIVATE = "RssAnon:";

  private HeldMemory() {}

  /**
   * Megabytes of Java's heap after a collection, and of the process without files that lie in
   * memory, as Linux counts them; the latter is missing elsewhere.
   */
  static Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    figures.put("heap, MB", (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    try (Stream<String> lines = Files.lines(STATUS)) {
      lines
          .filter(line -> line.startsWith(PRIVATE))
          .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")) / MEGABYTE)
          .forEach(megabytes -> figures.put("process without mapped files, MB", megabytes));
    } catch (IOException e) {
      return figures;
    }
    return figures;
  }
}
