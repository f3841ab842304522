package org.pieceworks.ui.internal.view.editor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.ui.event.ProblemsFound.Problem;

class CheckTest {

  private static final Likeness LIKE = Likeness.of("dataset: personas\n");
  private static final Path FILE = Path.of("/somewhere/a b.yaml");

  @Test
  void messageTellsItsLine() {
    String message = "a b.yaml:12: gating: found x; expected y";
    assertEquals(new Problem(12, message), ProblemLines.of(FILE, message));
    assertEquals(0, ProblemLines.of(FILE, "a b.yaml: seeds: found none").line());
    assertEquals(0, ProblemLines.of(FILE, "other.yaml:12: x").line());
    assertEquals(0, ProblemLines.of(FILE, "a b.yaml:").line());
  }

  @Test
  void likenessIsThatOfSettingsHoweverTheyAreWritten() {
    assertEquals(LIKE, Likeness.of("# c\ndataset: {use: personas}\nsweep: {sharers.count: [5]}\n"));
    assertNotEquals(LIKE, Likeness.of("dataset: {use: personas, task: rating}\n"));
    assertNotEquals(LIKE, Likeness.of("dataset: ["));
  }

  @Test
  void likenessIsThatOfBoundSettingsToo() {
    Likeness bound = new Likeness(List.of("a"), List.of("x"));
    assertTrue(bound.like(new Likeness(List.of("b"), List.of("x"))));
    assertFalse(bound.like(new Likeness(List.of("b"), List.of("y"))));
    assertFalse(new Likeness(List.of("a"), List.of()).like(new Likeness(List.of("b"), List.of())));
  }

  @Test
  void nobodyKnowsTheTimeBeforeALikeTrial() {
    PastRun other = new PastRun(Likeness.of("dataset: x\n"), 1, List.of(stage("train", "a", 10)));
    assertEquals(Optional.empty(), TimeEstimate.of(LIKE, 4, List.of(other)));
    assertEquals(
        Optional.empty(), TimeEstimate.of(LIKE, 4, List.of(new PastRun(LIKE, 0, List.of()))));
  }

  @Test
  void sharedStagesCountAsOftenAsTheyWereMade() {
    // Two trials share the base model, each has an assembly of its own.
    PastRun run =
        new PastRun(
            LIKE,
            2,
            List.of(
                stage("base", "b", 60),
                stage("assembly", "1", 4),
                stage("base", "b", 60),
                stage("assembly", "2", 6)));
    TimeEstimate two = TimeEstimate.of(LIKE, 2, List.of(run)).orElseThrow();
    assertEquals(Duration.ofSeconds(70), two.time());
    assertFalse(two.atMost());
    assertEquals(
        Duration.ofSeconds(65), TimeEstimate.of(LIKE, 1, List.of(run)).orElseThrow().time());
    assertEquals(
        Duration.ofSeconds(140), TimeEstimate.of(LIKE, 4, List.of(run)).orElseThrow().time());
  }

  @Test
  void singleTrialTellsTheMost() {
    PastRun run = new PastRun(LIKE, 1, List.of(stage("base", "b", 60)));
    assertTrue(TimeEstimate.of(LIKE, 2, List.of(run)).orElseThrow().atMost());
    assertFalse(TimeEstimate.of(LIKE, 1, List.of(run)).orElseThrow().atMost());
  }

  private static StageTime stage(String name, String key, double seconds) {
    return new StageTime(name, key, seconds, false);
  }
}
