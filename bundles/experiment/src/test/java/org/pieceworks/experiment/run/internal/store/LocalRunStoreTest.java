package org.pieceworks.experiment.run.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.experiment.run.Runs;
import org.pieceworks.experiment.run.StoredRun;

class LocalRunStoreTest {

  private static final String PRINT = "f".repeat(64);
  private static final Path FOLDER = Path.of("experiments").toAbsolutePath();

  @TempDir Path folder;

  private LocalRunStore store() {
    return new LocalRunStore(folder);
  }

  private void addFinished(String id) {
    LocalRunStore store = store();
    store.add(Runs.planned(id), PRINT, FOLDER);
    StoredRun run = Runs.stored(id);
    run.trials().forEach(trial -> store.finish(id, trial));
    store.state(id, run.state());
  }

  @Test
  void whatIsStoredComesBackBitForBit() {
    addFinished("one");
    assertEquals(Runs.stored("one"), store().find("one"));
  }

  @Test
  void theFolderOfTheExperimentIsKept() {
    store().add(Runs.planned("one"), PRINT, FOLDER);
    assertEquals(Optional.of(FOLDER), store().folder("one"));
  }

  @Test
  void noneIsLostWhereManyComeOneAfterTheOther() {
    for (int run = 0; run < 25; run++) {
      addFinished("run-%02d".formatted(run));
      assertEquals(run + 1, store().list().size());
      store().list().forEach(one -> assertEquals(3, one.trialsDone(), one.id()));
    }
  }

  @Test
  void aTrialThatIsFinishedAgainReplacesWhatWasThere() {
    addFinished("one");
    store().finish("one", Runs.stored("one").trials().get(0));
    assertEquals(Runs.stored("one"), store().find("one"));
  }

  @Test
  void runsAreListedNewestFirstWithWhatIsDone() {
    store().add(Runs.planned("old"), PRINT, FOLDER);
    addFinished("new");
    List<RunSummary> runs = store().list();
    assertEquals(List.of("new", "old"), runs.stream().map(RunSummary::id).toList());
    assertEquals(3, runs.get(0).trialsDone());
    assertEquals(4, runs.get(0).trials());
    assertEquals(RunState.UNFINISHED, runs.get(1).state());
  }

  @Test
  void aRunIsFoundByItsBeginningByLastAndByItsResults() throws IOException {
    store().add(Runs.planned("sharers-1"), PRINT, FOLDER);
    store().add(Runs.planned("ratio-2"), PRINT, FOLDER);
    Path results = Files.createDirectory(folder.resolve("results"));
    Files.writeString(results.resolve("provenance.json"), "{\"run\": \"sharers-1\"}");
    assertEquals("sharers-1", store().find("sha").id());
    assertEquals("ratio-2", store().find("last").id());
    assertEquals("sharers-1", store().find(results.toString()).id());
  }

  @Test
  void aReferenceToNoneOrToSeveralIsBadInput() {
    store().add(Runs.planned("sharers-1"), PRINT, FOLDER);
    store().add(Runs.planned("sharers-2"), PRINT, FOLDER);
    assertThrows(BadInputException.class, () -> store().find("sharers"));
    assertThrows(BadInputException.class, () -> store().find("quick"));
  }

  @Test
  void theNewestRunOfAnExperimentThatIsNotDoneIsResumed() {
    store().add(Runs.planned("one"), PRINT, FOLDER);
    store().add(Runs.planned("two"), PRINT, FOLDER);
    store().add(Runs.planned("other"), "0".repeat(64), FOLDER);
    store().state("two", RunState.DONE);
    assertEquals(Optional.of("one"), store().resumable(PRINT).map(StoredRun::id));
    store().state("one", RunState.DONE);
    assertTrue(store().resumable(PRINT).isEmpty());
  }

  @Test
  void aRunIsWorkedOnByOneAtATime() {
    try (RunLock lock = store().lock("one")) {
      BadInputException error = assertThrows(BadInputException.class, () -> store().lock("one"));
      assertTrue(error.getMessage().contains("another process"), error.getMessage());
    }
    store().lock("one").close();
  }

  @Test
  void aDamagedStoreIsBadInputThatNamesTheFile() throws IOException {
    addFinished("one");
    Path file = folder.resolve("runs.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, (byte) 7);
    Files.write(file, bytes);
    BadInputException error = assertThrows(BadInputException.class, () -> store().list());
    assertTrue(error.getMessage().contains("runs"), error.getMessage());
  }
}
