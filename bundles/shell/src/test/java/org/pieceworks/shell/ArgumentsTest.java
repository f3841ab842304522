package org.pieceworks.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.shell.Workshop.Outcome;

/** Arguments, right and wrong. */
class ArgumentsTest {

  private final Workshop workshop = new Workshop();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "report",
        "runs",
        "plugins",
        "feature",
        "feature ls",
        "feature add",
        "feature remove",
        "pool",
        "pool ls",
        "pool show",
        "pool verify",
        "pool export",
        "pool import",
        "pool revoke",
        "data",
        "data inspect",
        "model",
        "model inspect",
        "adapter",
        "adapter export",
        "parity",
        "devices",
        "doctor",
        "version"
      })
  void everyCommandExplainsItself(String command) {
    Outcome outcome = workshop.run((command + " --help").split(" "));
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().startsWith("Usage: pieceworks " + command), outcome.out());
    assertTrue(outcome.out().contains("--debug") && outcome.out().contains("--quiet"));
    assertTrue(outcome.out().contains("130   interrupted"));
    assertEquals("", outcome.err());
  }

  @Test
  void helpListsEveryCommand() {
    Outcome outcome = workshop.run("--help");
    assertEquals(0, outcome.code());
    for (String command :
        List.of(
            "run", "report", "runs", "plugins", "feature", "pool", "data", "model", "adapter",
            "parity", "devices", "doctor", "version")) {
      assertTrue(outcome.out().contains("\n  " + command + " "), command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V", "run --version"})
  void versionIsTold(String arguments) {
    Outcome outcome = workshop.run(arguments.split(" "));
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().startsWith("Pieceworks 1.2.3"), outcome.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu x|unknown command rnu, did you mean run?",
        "pool lss|unknown command lss, did you mean ls?",
        "run --sedes 1 x|unknown option --sedes, did you mean --seeds?",
        "run --out|option '--out' (DIR)",
        "run|missing required parameter: 'FILE'",
        "run x --seeds one|'one' is not a long",
        "pool|missing command, one of ls, show, verify, export, import, revoke",
        "doctor now|unknown argument now"
      })
  void wrongArgumentsAreBadInputWithTheNearestChoice(String arguments, String message) {
    Outcome outcome = workshop.run(arguments.split(" "));
    assertEquals(2, outcome.code());
    assertEquals(1, outcome.errorLines().size(), outcome.err());
    assertTrue(outcome.err().startsWith("pieceworks: "), outcome.err());
    assertTrue(outcome.err().contains(message), outcome.err());
    assertEquals("", outcome.out());
  }

  @Test
  void withoutArgumentsTheHelpIsNamed() {
    Outcome outcome = workshop.run();
    assertEquals(2, outcome.code());
    assertEquals("pieceworks: missing command; see pieceworks --help\n", outcome.err());
  }

  @Test
  void lightCommandsLoadNoTensors() {
    workshop.run("plugins");
    workshop.run("data", "inspect", "personas", "--set", "users=12");
    workshop.run("runs");
    assertFalse(workshop.services().made(ExecutionEngine.class));
  }
}
