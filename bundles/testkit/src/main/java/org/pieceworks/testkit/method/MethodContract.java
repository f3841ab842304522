package org.pieceworks.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.experiment.trial.MethodResult;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.testkit.SmallTrials;

/**
 * What every method keeps: in whole trials on synthetic users it serves each target, costs no less
 * than nothing, and gives the same with the same seed.
 */
public abstract class MethodContract {

  @TempDir Path folder;

  /** The method. */
  protected abstract Method<?> method();

  /** Its options as an experiment file has them, such as {@code "top-k: 2"}; empty: defaults. */
  protected String options() {
    return "";
  }

  @Test
  void itsNameSummaryAndOptionsAreThere() {
    assertTrue(method().name().matches("[a-z][a-z0-9-]*"), method().name());
    assertTrue(method().summary().endsWith("."), method().summary());
    assertTrue(method().optionsType().isRecord());
  }

  @Test
  void servesEveryTargetOnATaskWithLabels() {
    MethodResult result = result("tagging", 0, "stages");
    for (MetricResult metric : result.metrics()) {
      if (metric.metric().equals("accuracy")) {
        assertEquals(4, metric.values().size());
        metric.values().forEach(one -> assertTrue(one.value() >= 0 && one.value() <= 1));
      }
    }
    Cost cost = result.cost().orElseThrow();
    assertTrue(cost.trainSeconds() >= 0 && cost.assembleSeconds() >= 0 && cost.bytes() >= 0);
  }

  @Test
  void servesTextsOrSaysThatItDoesNot() {
    Task texts = new Task("texts", TaskKind.GENERATION, List.of(), "{input}");
    List<MethodResult> served =
        new SmallTrials(folder, method()).run("headline", settings(), 0, "stages").methods();
    boolean found = served.stream().anyMatch(one -> one.method().equals(method().name()));
    assertEquals(method().appliesTo(texts), found);
  }

  @Test
  void theSameSeedGivesTheSame() {
    assertEquals(
        result("tagging", 3, "one").metrics(),
        result("tagging", 3, "other").metrics(),
        "nothing is shared between the two");
  }

  private String settings() {
    String options = options().isEmpty() ? "" : ", " + options();
    return "methods: [{use: %s%s}]\n".formatted(method().name(), options);
  }

  private MethodResult result(String task, long seed, String stages) {
    return new SmallTrials(folder, method())
        .run(task, settings(), seed, stages).methods().stream()
            .filter(one -> one.method().equals(method().name()))
            .findFirst()
            .orElseThrow();
  }
}
