package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments run by the command as a process. */
class RunIT {

  private static final long DEADLINE_IN_S = 300;
  private static final int STEPS = 600;

  @TempDir Path folder;

  @BeforeEach
  void writeTheExperiment() throws IOException {
    SmallExperiment.write(folder, STEPS);
  }

  @Test
  void stoppedRunGoesOnToTheNumbersOfOneThatWasNot() throws Exception {
    Process stopped = start("one", "run", "small.yaml", "--out", "stopped");
    BufferedReader err = stopped.errorReader();
    String line = err.readLine();
    while (line != null && !line.contains("pretrain")) {
      line = err.readLine();
    }
    Signals.send("INT", stopped);
    String rest = err.lines().collect(Collectors.joining("\n"));
    assertEquals(130, exit(stopped), rest);
    assertTrue(rest.contains("pieceworks run small.yaml --out stopped --resume"), rest);
    assertFalse(Files.exists(folder.resolve("stopped")));

    finish("one", "run", "small.yaml", "--out", "stopped", "--resume");
    finish("other", "run", "small.yaml", "--out", "whole");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/results.csv")),
        Files.readAllBytes(folder.resolve("stopped/results.csv")));
    assertTrue(Files.exists(folder.resolve("stopped/report.html")));
  }

  @Test
  void misspeltKeyIsOneLineAndNoStackTraceUnlessDebugging() throws Exception {
    Files.writeString(
        folder.resolve("bad.yaml"), SmallExperiment.text(STEPS).replace("count: 4", "cuont: 4"));
    Process process = start("one", "run", "bad.yaml");
    List<String> err = process.errorReader().lines().toList();
    assertEquals(2, exit(process));
    assertEquals(1, err.size(), err::toString);
    assertTrue(err.get(0).matches("pieceworks: bad.yaml:7: .*cuont.*count.*"), err::toString);
    Process debugged = start("one", "run", "bad.yaml", "--debug");
    List<String> trace = debugged.errorReader().lines().toList();
    assertEquals(2, exit(debugged));
    assertTrue(trace.stream().anyMatch(line -> line.startsWith("\tat ")), trace::toString);
  }

  private void finish(String home, String... arguments) throws Exception {
    Process process = start(home, arguments);
    String err = process.errorReader().lines().collect(Collectors.joining("\n"));
    assertEquals(0, exit(process), err);
  }

  private Process start(String home, String... arguments) throws IOException {
    Path command = Distribution.INSTALLATION.root().resolve("bin/pieceworks");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(Home.VARIABLE, folder.resolve(home).toString());
    return builder.start();
  }

  private static int exit(Process process) throws InterruptedException {
    boolean ended = process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the command did not end");
    return process.exitValue();
  }
}
