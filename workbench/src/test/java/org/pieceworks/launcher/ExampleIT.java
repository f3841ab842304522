package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example, from its sources to a run by the command line, as its reader does it. */
class ExampleIT {

  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "gaussian-gate");
  private static final long DEADLINE_IN_S = 300;

  @TempDir Path folder;

  @Test
  void isDroppedInAndRun() throws Exception {
    build(folder.resolve("home/plugins/gaussian-gate.jar"));
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

  private void build(Path jar) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> walk = Files.walk(EXAMPLE.resolve("src/main/java"))) {
      List<Path> sources = walk.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, "the example does not compile");
    }
    bundle(classes, jar);
  }

  private static void bundle(Path classes, Path jar) throws Exception {
    Files.createDirectories(jar.getParent());
    try (Builder builder = new Builder()) {
      builder.addClasspath(classes.toFile());
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (Files.exists(Path.of(entry))) {
          builder.addClasspath(new File(entry));
        }
      }
      builder.setBundleSymbolicName("org.example.gaussian-gate");
      builder.setProperty("Bundle-Version", "1.0.0");
      builder.setPrivatePackage("org.example.gaussian");
      try (Jar built = builder.build()) {
        assertTrue(builder.isOk(), () -> builder.getErrors() + " " + builder.getWarnings());
        built.write(jar.toFile());
      }
    }
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
