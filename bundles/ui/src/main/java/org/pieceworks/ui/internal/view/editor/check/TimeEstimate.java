package org.pieceworks.ui.internal.view.editor.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.experiment.trial.StageTime;

/**
 * The time that a run may take.
 *
 * @param atMost whether it is told from a single trial, which shares no stage with others
 */
public record TimeEstimate(Duration time, boolean atMost) {

  private static final double MILLIS = 1000;

  /**
   * Estimates it from runs of like trials. A stage takes its mean time as often as it was made anew
   * for a trial; stages that trials share are not counted for each.
   *
   * @param past runs of any kind
   * @param trials how many are to be run
   * @return empty where no like trial has been run
   */
  public static Optional<TimeEstimate> of(Likeness likeness, int trials, List<PastRun> past) {
    List<PastRun> like =
        past.stream().filter(run -> run.trials() > 0 && run.likeness().like(likeness)).toList();
    if (like.isEmpty()) {
      return Optional.empty();
    }
    int known = like.stream().mapToInt(PastRun::trials).sum();
    Map<String, Double> seconds = new HashMap<>();
    Map<String, Integer> made = new HashMap<>();
    Set<String> keys = new HashSet<>();
    for (PastRun run : like) {
      for (StageTime stage : run.stages()) {
        if (keys.add(stage.key())) {
          seconds.merge(stage.stage(), stage.seconds(), Double::sum);
          made.merge(stage.stage(), 1, Integer::sum);
        }
      }
    }
    double all = 0;
    for (Map.Entry<String, Double> stage : seconds.entrySet()) {
      int times = made.get(stage.getKey());
      double again = Math.max(1, (double) times * trials / known);
      all += again * stage.getValue() / times;
    }
    return Optional.of(
        new TimeEstimate(Duration.ofMillis((long) (MILLIS * all)), known == 1 && trials > 1));
  }
}
