package org.pieceworks.experiment.run.internal.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;

/** The runs in an H2 file of a folder. */
@Component(service = RunStore.class)
public final class LocalRunStore implements RunStore {

  private static final String LAST = "last";
  private static final String RESULTS = "provenance.json";

  private final Path folder;
  private final Database database;

  /** Opens the store of the home that the environment names. */
  @Activate
  public LocalRunStore() {
    this(Home.ofEnvironment().runs());
  }

  /** Opens the store of a folder, which is created with the first run. */
  public LocalRunStore(Path folder) {
    this.folder = folder;
    this.database = new Database(folder.resolve("runs"));
  }

  /**
   * Keeps others from working on a run.
   *
   * @throws BadInputException if another process works on it
   */
  public RunLock lock(String run) {
    return RunLock.take(folder, run);
  }

  /**
   * Adds a run, none of whose trials is done.
   *
   * @param fingerprint the same for runs of the same experiment
   * @param from the folder of the experiment file
   */
  public void add(StoredRun run, String fingerprint, Path from) {
    Instant now = Instant.now();
    database.transaction(
        db -> {
          RunTables.insert(db, run, fingerprint, from, now);
          return run;
        });
  }

  /** Stores what became of a trial. */
  public void finish(String run, StoredTrial trial) {
    database.transaction(
        db -> {
          TrialTables.finish(db, run, trial);
          return trial;
        });
  }

  /** Stores how a run ended, or that it goes on. */
  public void state(String run, RunState state) {
    database.transaction(
        db -> {
          RunTables.state(db, run, state);
          return state;
        });
  }

  /** The newest run of a fingerprint that is not done. */
  public Optional<StoredRun> resumable(String fingerprint) {
    return database.transaction(
        db -> {
          Optional<String> id = RunTables.resumable(db, fingerprint);
          return id.isPresent() ? Optional.of(RunTables.read(db, id.get())) : Optional.empty();
        });
  }

  @Override
  public List<RunSummary> list() {
    return database.transaction(RunTables::list);
  }

  @Override
  public StoredRun find(String reference) {
    Path results = Path.of(reference).resolve(RESULTS);
    String wanted = Files.isRegularFile(results) ? idIn(results) : reference;
    List<String> ids = list().stream().map(RunSummary::id).toList();
    List<String> matches =
        ids.stream()
            .filter(id -> id.startsWith(wanted) || wanted.equals(LAST) && id.equals(ids.get(0)))
            .toList();
    Optional<String> exact = matches.stream().filter(wanted::equals).findFirst();
    if (exact.isEmpty() && matches.size() != 1) {
      throw notOne(reference, ids, matches);
    }
    String id = exact.orElse(matches.isEmpty() ? wanted : matches.get(0));
    return database.transaction(db -> RunTables.read(db, id));
  }

  @Override
  public Optional<Path> folder(String run) {
    return database.transaction(db -> RunTables.folder(db, run)).map(Path::of);
  }

  private static BadInputException notOne(
      String reference, List<String> ids, List<String> matches) {
    String found = matches.isEmpty() ? reference : reference + ", which begins " + matches;
    String expected =
        ids.isEmpty()
            ? "a run, but none was made yet"
            : "the id of one run, such as " + ids.get(0) + ", or " + LAST;
    return BadInputException.of("run", found, expected);
  }

  private static String idIn(Path results) {
    try {
      return new ObjectMapper().readTree(results.toFile()).path("run").asText();
    } catch (IOException e) {
      throw new BadInputException(results + ": not the provenance of a run: " + e.getMessage(), e);
    }
  }
}
