package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Signals to a process, as a user's keys send them. */
final class Signals {

  private static final int INTERRUPT = 2;

  private Signals() {}

  /** Sends a signal; where interrupts are ignored the test ends here, skipped. */
  static void send(String signal, Process process) throws IOException, InterruptedException {
    if (interruptsAreIgnored()) {
      process.destroyForcibly();
      Assumptions.abort("interrupts are ignored here, as they are in a shell's background");
    }
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    assertEquals(0, kill.waitFor());
  }

  /** Whether processes started from here inherit that interrupts are ignored. */
  private static boolean interruptsAreIgnored() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).strip())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) >> INTERRUPT - 1 & 1) == 1);
  }
}
