package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process; its commands come from a plug-in in the user's own folder. */
class CommandIT {

  private static final Home HOME = Distribution.home("command");
  private static final long DEADLINE_IN_S = 60;

  @BeforeAll
  static void dropInThePlugIn() throws Exception {
    TestBundle.write(
        HOME.plugins().resolve("sample-command-line.jar"), "org.pieceworks.sample.command");
  }

  @Test
  void passesArgumentsAndOutputThrough() throws Exception {
    Process process = start("echo", "two words", "--flag");
    assertEquals(List.of("echo|two words|--flag"), process.inputReader().lines().toList());
    assertEquals(List.of("to the error stream"), process.errorReader().lines().toList());
    assertEquals(0, exit(process));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 130})
  void exitsWithTheCodeOfTheCommand(int code) throws Exception {
    assertEquals(code, exit(start("exit", Integer.toString(code))));
  }

  @Test
  void keepsItsFilesUnderTheChosenHome() throws Exception {
    Process process = start("settings");
    assertEquals(HOME.root().toString(), process.inputReader().readLine());
  }

  @Test
  void namesAPlugInThatIsNoBundleAndGoesOn() throws Exception {
    Path jar = HOME.plugins().resolve("damaged.jar");
    Files.writeString(jar, "not a jar");
    try {
      Process process = start("exit", "0");
      List<String> errors = process.errorReader().lines().toList();
      assertEquals(1, errors.size(), errors::toString);
      assertTrue(errors.get(0).contains("damaged.jar"), errors::toString);
      assertEquals(0, exit(process));
    } finally {
      Files.delete(jar);
    }
  }

  @Test
  void logsWarningsToTheErrorStream() throws Exception {
    Process process = start("log");
    assertEquals(List.of(), process.inputReader().lines().toList());
    List<String> log = process.errorReader().lines().toList();
    assertEquals(1, log.size(), log::toString);
    assertTrue(log.get(0).contains("a warning"), log::toString);
  }

  @Test
  void logsDetailsForDebugging() throws Exception {
    List<String> log = start("log", "--debug").errorReader().lines().toList();
    assertTrue(log.stream().anyMatch(line -> line.contains("a detail")), log::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void letsTheCommandTidyUpWhenItIsInterrupted(String signal) throws Exception {
    Process process = start("wait");
    BufferedReader out = process.inputReader();
    assertEquals("waiting", out.readLine());
    Signals.send(signal, process);
    assertEquals("tidied up", out.readLine());
    assertEquals(130, exit(process));
  }

  @Test
  void endsAtOnceWhenItIsInterruptedTwice() throws Exception {
    Process process = start("ignore");
    BufferedReader out = process.inputReader();
    assertEquals("waiting", out.readLine());
    Signals.send("INT", process);
    assertEquals("ignored", out.readLine());
    Signals.send("TERM", process);
    assertEquals(130, exit(process));
  }

  @Test
  void runsSeveralTimesAtOnce() throws Exception {
    List<Process> processes = List.of(start("wait"), start("wait"), start("wait"));
    for (Process process : processes) {
      assertEquals("waiting", process.inputReader().readLine());
    }
    for (Process process : processes) {
      Signals.send("INT", process);
      assertEquals(130, exit(process));
    }
  }

  private static Process start(String... arguments) throws IOException {
    Path command = Distribution.INSTALLATION.root().resolve("bin/pieceworks");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList());
    builder.environment().put(Home.VARIABLE, HOME.root().toString());
    return builder.start();
  }

  private static int exit(Process process) throws InterruptedException {
    boolean ended = process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the command did not end");
    return process.exitValue();
  }
}
