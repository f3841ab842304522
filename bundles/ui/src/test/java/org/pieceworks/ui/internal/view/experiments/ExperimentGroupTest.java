package org.pieceworks.ui.internal.view.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.internal.view.experiments.ExperimentsView.Found;

class ExperimentGroupTest {

  private static final Path TASKS = Path.of("tasks.yaml");
  private static final Path GATES = Path.of("gates.yml");
  private static final RunSummary FIRST = run("gates-20261120-1", "gates");
  private static final RunSummary SECOND = run("gates-20261121-2", "gates");
  private static final RunSummary OTHER = run("gone-20261119-3", "gone");
  private static final Found FOUND =
      new Found(List.of(TASKS, GATES), List.of(SECOND, FIRST, OTHER));

  @Test
  void everyFileHasTheRunsOfItsNameAndWhatIsLeftComesLast() {
    assertEquals(
        List.of(group(TASKS), group(GATES, SECOND, FIRST), others(OTHER)),
        ExperimentGroup.of(FOUND, " "));
  }

  @Test
  void aFilterKeepsFilesByNameWithAllTheirRuns() {
    assertEquals(List.of(group(TASKS)), ExperimentGroup.of(FOUND, "TASK"));
    assertEquals(List.of(group(GATES, SECOND, FIRST)), ExperimentGroup.of(FOUND, "gates.y"));
  }

  @Test
  void aFilterKeepsSingleRunsUnderTheirFile() {
    assertEquals(List.of(group(GATES, SECOND)), ExperimentGroup.of(FOUND, "1121"));
    assertEquals(List.of(others(OTHER)), ExperimentGroup.of(FOUND, "gone"));
  }

  private static ExperimentGroup group(Path file, RunSummary... runs) {
    return new ExperimentGroup(Optional.of(file), List.of(runs));
  }

  private static ExperimentGroup others(RunSummary... runs) {
    return new ExperimentGroup(Optional.empty(), List.of(runs));
  }

  private static RunSummary run(String id, String name) {
    return new RunSummary(id, name, "2026-11-20T10:00:00Z", RunState.DONE, 1, 1);
  }
}
