package org.pieceworks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory that this program holds, as Linux counts it. */
final class ProcessMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private static final Path FORGET = Path.of("/proc/self/clear_refs");
  private static final String FORGET_PEAK = "5";
  private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);

  private ProcessMemory() {}

  /** The most so far, in bytes; zero where the system does not say. */
  static long peakBytes() {
    return bytes("VmHWM:");
  }

  /** Begins to look for the most anew; where the system does not let it, the old most stays. */
  static void forgetPeak() {
    try {
      Files.writeString(FORGET, FORGET_PEAK);
    } catch (IOException e) {
      LOG.debug("the most memory of one part cannot be told from that of all", e);
    }
  }

  /** What is resident now, in bytes; zero where the system does not say. */
  static long residentBytes() {
    return bytes("VmRSS:");
  }

  private static long bytes(String label) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(label))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
