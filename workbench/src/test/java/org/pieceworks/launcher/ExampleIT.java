package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example, dropped in and run by the command line as its reader does it. */
class ExampleIT {

  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "gaussian-gate");
  private static final Path JAR = Path.of(System.getProperty("pieceworks.test.example"));
  private static final long DEADLINE_IN_S = 300;

  @TempDir Path folder;

  @Test
  void isDroppedInAndRun() throws Exception {
    assumeTrue(Files.exists(JAR), JAR + " is not built: mvn verify without -pl builds it");
    Path plugIns = Files.createDirectories(folder.resolve("home/plugins"));
    Files.copy(JAR, plugIns.resolve("gaussian-gate.jar"));
    String plugins = pieceworks("plugins");
    assertTrue(plugins.contains("  gaussian  (org.example.gaussian-gate 1.0.0)"), plugins);
    Files.copy(EXAMPLE.resolve("experiment.yaml"), folder.resolve("experiment.yaml"));
    pieceworks("run", "experiment.yaml", "--out", "results");
    List<String> rows = Files.readAllLines(folder.resolve("results/results.csv"));
    assertTrue(
        rows.stream().anyMatch(row -> row.contains(",per-pcs,") && row.endsWith(",gaussian")),
        rows::toString);
    String report = Files.readString(folder.resolve("results/report.html"));
    assertTrue(report.contains("gaussian"), "the report has it");
  }

  private String pieceworks(String... arguments) throws IOException, InterruptedException {
    Path command = Distribution.INSTALLATION.root().resolve("bin/pieceworks");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(command.toString()), Arrays.stream(arguments)).toList())
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile());
    builder.environment().put(Home.VARIABLE, folder.resolve("home").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    boolean ended = process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the command did not end");
    assertEquals(0, process.exitValue(), () -> out + errors());
    return out;
  }

  private String errors() {
    try {
      return Files.readString(folder.resolve("errors"));
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
