package org.pieceworks.report.internal.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.internal.sample.Reports;
import org.pieceworks.report.internal.sample.SampleRun;

class StrategyAnswerTest {

  private static List<String> on(StoredRun run, String axis) {
    RunFacts facts = new RunFacts(run, Reports.results(), Reports.statistics());
    return new StrategyAnswer(facts, "personas-tagging", axis).on("accuracy");
  }

  @Test
  void saysWhichGateIsBestAndWhichAreNoBetterThanLots() {
    List<String> sentences = on(SampleRun.categorical(), "gating");
    assertEquals(2, sentences.size(), sentences.toString());
    assertTrue(sentences.get(0).startsWith("Per-Pcs by gate: best with oracle"), sentences.get(0));
    assertTrue(
        sentences.get(0).contains("significantly worse with")
            && sentences.get(0).contains("uniform ("),
        sentences.get(0));
    assertTrue(
        sentences.get(1).startsWith("Not significantly better than lots (random):")
            && sentences.get(1).contains("uniform"),
        sentences.get(1));
  }

  @Test
  void numbersHaveNoOrderOfStrategies() {
    assertTrue(on(SampleRun.numeric(), "sharers.count").isEmpty());
  }
}
