package org.pieceworks.ui.internal.view.editor.check;

import java.util.List;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.trial.StageTime;

/**
 * What a stored run tells about the time that trials take.
 *
 * @param trials how many are done
 * @param stages of all of them
 */
public record PastRun(Likeness likeness, int trials, List<StageTime> stages) {

  /** Copies the stages. */
  public PastRun {
    stages = List.copyOf(stages);
  }

  /** That of a run. */
  public static PastRun of(StoredRun run, Likeness likeness) {
    return new PastRun(
        likeness,
        run.done().size(),
        run.done().stream()
            .flatMap(trial -> trial.result().orElseThrow().provenance().stages().stream())
            .toList());
  }
}
