package org.pieceworks.window;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives the tests of a process a screen that nobody sees. Xvfb chooses a free number, so that
 * builds beside each other do not meet.
 */
final class VirtualScreen implements BeforeAllCallback {

  private static final String SIZE = System.getProperty("pieceworks.test.screen", "1280x800");

  /** The C library's environment, which is what the window toolkit reads. */
  interface Environment extends Library {

    Environment C = Native.load("c", Environment.class);

    int setenv(String name, String value, int overwrite);
  }

  /** What an earlier build has made would be reused, and its window be restored. */
  private static void forgetEarlierTests(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> all = Files.walk(home)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private record Xvfb(Process process) implements AutoCloseable {

    static Xvfb start() {
      try {
        Process process =
            new ProcessBuilder(
                    "Xvfb", "-displayfd", "1", "-screen", "0", SIZE + "x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String number = out.readLine();
        if (number == null) {
          throw new IllegalStateException("Xvfb does not start");
        }
        Environment.C.setenv("DISPLAY", ":" + number, 1);
        forgetEarlierTests(Path.of(System.getenv("PIECEWORKS_HOME")));
        System.setProperty("java.awt.headless", "false");
        return new Xvfb(process);
      } catch (IOException e) {
        throw new IllegalStateException("these tests need Xvfb (Debian: apt install xvfb)", e);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Xvfb.class, key -> Xvfb.start(), Xvfb.class);
  }
}
