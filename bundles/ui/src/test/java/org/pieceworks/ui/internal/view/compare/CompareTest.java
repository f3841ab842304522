package org.pieceworks.ui.internal.view.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.MethodResult;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.experiment.trial.MetricResult.UserValue;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.TrialResult;

class CompareTest {

  private static StoredRun run(
      String source, Map<String, List<String>> axes, Map<String, String> base) {
    return new StoredRun(
        "id", "name", "", source, RunState.DONE, axes, base, List.of(0L), Map.of(), List.of());
  }

  private static StoredTrial trial(long seed, String data, UserValue... values) {
    MetricResult metric = new MetricResult("accuracy", true, List.of(values));
    MethodResult method = new MethodResult("oppu", Optional.empty(), List.of(metric));
    TrialProvenance provenance =
        new TrialProvenance(data, "", "", "", "", Map.of(), List.of(), List.of());
    TrialResult result =
        new TrialResult("d", List.of(method), Optional.empty(), Map.of(), provenance);
    return new StoredTrial(0, seed, Map.of(), RunState.DONE, Optional.of(result), Optional.empty());
  }

  @Test
  void onlySettingsThatDifferAreShown() {
    StoredRun one = run("name: a\ngating: prototype\nassembly: {top-k: 3}", Map.of(), Map.of());
    StoredRun other =
        run("name: b\ngating: {use: prototype, soft: 2}\nassembly: {top-k: 1}", Map.of(), Map.of());

    Settings settings = Settings.of(List.of(one, other));

    assertEquals(
        List.of(
            new Settings.Row("assembly.top-k", List.of("3", "1")),
            new Settings.Row("gating.soft", List.of("", "2"))),
        settings.rows());
    assertEquals(2, settings.equal()); // the gating model, the seeds
  }

  @Test
  void aListOfEntriesIsComparedEntryByEntry() {
    Map<String, String> flat = Settings.flat("sweep: [{a: [1, 2]}, {b: 3}]\nseeds: [0, 1]");

    assertEquals("{a: [1, 2]}", flat.get("sweep[1]"));
    assertEquals("[0, 1]", flat.get("seeds"));
  }

  @Test
  void whatWasGivenBesideTheFileCounts() {
    String source =
        "# --set assembly.top-k=1\n# --set gating=linear\n# seeds [0]\ngating: prototype";

    assertEquals(Map.of("assembly.top-k", "1", "gating", "linear"), Settings.flat(source));
  }

  @Test
  void pointsAreTheSameWhereSweptAndSetValuesAgree() {
    StoredRun swept =
        run("x: 1", Map.of("sharers.count", List.of("5", "40")), Map.of("sharers.count", "40"));
    StoredRun fixed = run("sharers: {count: 5}", Map.of(), Map.of());
    StoredRun silent = run("x: 1", Map.of(), Map.of());
    CommonPoints points = CommonPoints.of(List.of(swept, fixed, silent));

    assertTrue(points.same(0, Map.of("sharers.count", "5.0"), 1, Map.of()));
    assertFalse(points.same(0, Map.of("sharers.count", "40"), 1, Map.of()));
    assertTrue(points.same(0, Map.of("sharers.count", "40"), 2, Map.of()));
  }

  @Test
  void valuesArePairedBySeedAndUser() {
    Pairing pairing =
        Pairing.of(
            List.of(
                trial(0, "h", new UserValue("a", 1), new UserValue("b", 2)),
                trial(1, "h", new UserValue("a", 9))),
            List.of(trial(0, "h", new UserValue("b", 4), new UserValue("c", 5))),
            "oppu",
            "accuracy");

    assertEquals("", pairing.why());
    assertArrayEquals(new double[][] {{2}}, pairing.first());
    assertArrayEquals(new double[][] {{4}}, pairing.second());
  }

  @Test
  void whatCannotBePairedSaysWhy() {
    List<StoredTrial> first = List.of(trial(0, "h", new UserValue("a", 1)));

    assertEquals("seeds", why(first, trial(1, "h", new UserValue("a", 1))));
    assertEquals("users", why(first, trial(0, "h", new UserValue("z", 1))));
    assertEquals("data", why(first, trial(0, "other", new UserValue("a", 1))));
  }

  private static String why(List<StoredTrial> first, StoredTrial second) {
    return Pairing.of(first, List.of(second), "oppu", "accuracy").why();
  }
}
