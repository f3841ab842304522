package org.pieceworks.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;

/**
 * Fresh processes of the distribution that this program runs from, from their start to their end.
 */
@Component(service = Benchmark.class)
public final class StartBenchmark implements Benchmark {

  /** Set by the launcher. */
  private static final String INSTALLATION = "pieceworks.installation";

  private static final String HOME = "PIECEWORKS_HOME";
  private static final long DEADLINE_IN_S = 300;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String summary() {
    return "From the start of a process to the end of a command: the first word, the commands, the"
        + " first tensor.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("home", "a fresh one, warm after the first processes");
    configuration.put("Java", System.getProperty("java.version"));
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    String root = System.getProperty(INSTALLATION);
    Path command = root == null ? null : Path.of(root, "bin", "pieceworks");
    if (command == null || !Files.isExecutable(command)) {
      bench.note("skipped: this program does not run from a distribution.");
      return List.of();
    }
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("version", List.of("--version"));
    parts.put("all commands", List.of("--help"));
    parts.put("plug-ins", List.of("plugins"));
    parts.put("first tensor", List.of("bench", TensorBenchmark.NAME));
    List<Measurement> lines = new ArrayList<>();
    try (Temporary home = Temporary.create()) {
      parts.forEach(
          (what, arguments) -> {
            String line = what + ": pieceworks " + String.join(" ", arguments);
            if (bench.wants(line)) {
              progress.report(lines.size(), parts.size(), "measurements");
              Runnable process = () -> run(command, arguments, home.directory());
              lines.add(new Measurement(line, Repeated.of(process, progress), Map.of()));
            }
          });
    }
    return lines;
  }

  private static void run(Path command, List<String> arguments, Path home) {
    List<String> words = new ArrayList<>();
    words.add(command.toString());
    words.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(new File("/dev/null"));
    builder.environment().put(HOME, home.toString());
    try {
      Process process = builder.start();
      try {
        if (!process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              String.join(" ", words) + " did not end within " + DEADLINE_IN_S + " s");
        }
        if (process.exitValue() != 0) {
          throw new IllegalStateException(
              String.join(" ", words) + " ended with code " + process.exitValue());
        }
      } finally {
        process.destroyForcibly().waitFor(); // its home is about to go
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
