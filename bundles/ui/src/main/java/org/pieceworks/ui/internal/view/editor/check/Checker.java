package org.pieceworks.ui.internal.view.editor.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/** Looks at texts as the command line would. May take long: not for the event thread. */
public final class Checker {

  private static final int PAST_RUNS = 12;

  private final ExperimentFiles files;
  private final RunStore runs;

  /** Takes what reads experiments, and the runs that tell how long trials take. */
  public Checker(ExperimentFiles files, RunStore runs) {
    this.files = files;
    this.runs = runs;
  }

  /** What the newest runs tell. */
  public List<PastRun> past() {
    return runs.list().stream()
        .filter(run -> run.trialsDone() > 0)
        .limit(PAST_RUNS)
        .map(RunSummary::id)
        .map(runs::find)
        .map(run -> PastRun.of(run, likeness(run)))
        .toList();
  }

  private Likeness likeness(StoredRun run) {
    try {
      Path file = Path.of(run.id() + ".yaml");
      return Likeness.of(
          files.read(file, run.source(), List.of(), Optional.empty(), Optional.empty()));
    } catch (BadInputException e) {
      return Likeness.of(run.source()); // a plug-in or a folder that it names is not here
    }
  }

  /**
   * Looks at a text.
   *
   * @param file that it stands in, or will
   * @param past what tells the time
   */
  public Checked check(Path file, String text, List<PastRun> past) {
    Optional<YamlText> yaml = YamlText.parse(text);
    try {
      Experiment read = files.read(file, text, List.of(), Optional.empty(), Optional.empty());
      int trials = read.trials();
      return new Checked(
          text,
          yaml,
          List.of(),
          read.points().size(),
          read.seeds().size(),
          TimeEstimate.of(Likeness.of(read), trials, past));
    } catch (BadInputException e) {
      return new Checked(
          text, yaml, List.of(ProblemLines.of(file, e.getMessage())), 0, 0, Optional.empty());
    }
  }
}
