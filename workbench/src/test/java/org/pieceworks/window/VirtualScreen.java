package org.pieceworks.window;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Library;
import com.sun.jna.Native;
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

  /** The home that these tests may throw away. */
  private static final Path HOME =
      Path.of(System.getProperty("pieceworks.test.work"))
          .resolve(System.getProperty("pieceworks.test.home", "none"));

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

  private record Xvfb(String display) {

    /** It ends with this process: a window toolkit that loses its screen ends its process. */
    static Xvfb start() {
      try {
        Process process =
            new ProcessBuilder(
                    "Xvfb", "-displayfd", "1", "-screen", "0", SIZE + "x24", "-terminate")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = process.inputReader().readLine();
        if (number == null) {
          throw new IllegalStateException("Xvfb does not start");
        }
        Environment.C.setenv("DISPLAY", ":" + number, 1);
        forgetEarlierTests(HOME);
        System.setProperty("java.awt.headless", "false");
        return new Xvfb(":" + number);
      } catch (IOException e) {
        throw new IllegalStateException("these tests need Xvfb (Debian: apt install xvfb)", e);
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        HOME.toString().equals(System.getenv("PIECEWORKS_HOME")),
        "windows are tested in a process with a home of its own");
    context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Xvfb.class, key -> Xvfb.start(), Xvfb.class);
  }
}
