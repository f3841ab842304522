package org.pieceworks.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.trial.TrialResult;

class NoEffectTest {

  @Test
  void aRunWhoseAdaptersAllDoSomethingIsFine() {
    assertTrue(NoEffect.of(Runs.stored("one")).isEmpty());
  }

  @Test
  void namesThePointWhereAdaptersChangeNothing() {
    StoredRun run = Runs.stored("one");
    List<StoredTrial> trials =
        run.trials().stream().map(t -> t.point() == 1 ? without(t, 0.25) : t).toList();
    StoredRun changed =
        new StoredRun(
            run.id(),
            run.name(),
            run.question(),
            run.source(),
            run.state(),
            run.axes(),
            run.base(),
            run.seeds(),
            run.machine(),
            trials);
    assertEquals(
        List.of(
            "At sharers.count = 10 the assembled adapter changes none of the base model's answers"
                + " for 25.0 % of the target users."),
        NoEffect.of(changed));
  }

  private static StoredTrial without(StoredTrial trial, double share) {
    return new StoredTrial(
        trial.point(),
        trial.seed(),
        trial.settings(),
        trial.state(),
        trial
            .result()
            .map(
                r ->
                    new TrialResult(
                        r.dataset(),
                        r.methods(),
                        r.example(),
                        Map.of("targets_unchanged", share),
                        r.provenance())),
        Optional.empty());
  }
}
