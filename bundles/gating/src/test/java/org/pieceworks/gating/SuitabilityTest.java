package org.pieceworks.gating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.gating.arrow.ArrowGating;
import org.pieceworks.gating.loss.HistoryLossGating;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.prototype.PrototypeOptions;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.gating.sigmoid.SigmoidOptions;

class SuitabilityTest {

  private static final AdapterForm LOW_RANK =
      new AdapterForm(
          "lora",
          AdapterForm.atEach(
              List.of("q_proj"),
              Map.of("A", List.of(Axis.INNER, Axis.IN), "B", List.of(Axis.OUT, Axis.INNER))),
          Optional.of(new AdapterForm.Factors("A", "B", 2)),
          true);
  private static final AdapterForm PROMPT =
      new AdapterForm(
          "prompt",
          AdapterForm.atEach(List.of("prompt"), Map.of("tokens", List.of(Axis.INNER, Axis.OUT))),
          Optional.empty(),
          false);
  private static final SigmoidOptions SIGMOID =
      new SigmoidOptions(1, 0, 1, 1, 1, 1, SigmoidOptions.Start.ZERO, false);

  @Test
  void lowRankAdaptersSuitAll() {
    assertEquals(Optional.empty(), new SigmoidGating().unsuited(LOW_RANK, SIGMOID));
    assertEquals(Optional.empty(), new ArrowGating().unsuited(LOW_RANK, new NoOptions()));
  }

  @Test
  void virtualTokensDoNotSuitTheSigmoid() {
    Unsuited why = new SigmoidGating().unsuited(PROMPT, SIGMOID).orElseThrow();
    assertTrue(why.reason().contains("virtual tokens of prompt"), why.reason());
    assertTrue(why.instead().contains("prototype"), why.instead());
  }

  @Test
  void arrowNeedsFactors() {
    Unsuited why = new ArrowGating().unsuited(PROMPT, new NoOptions()).orElseThrow();
    assertTrue(why.reason().contains("prompt has none"), why.reason());
    assertTrue(why.instead().contains("linear"), why.instead());
  }

  @Test
  void whatReadsActivationsOrLossesSuitsVirtualTokens() {
    assertEquals(
        Optional.empty(), new PrototypeGating().unsuited(PROMPT, new PrototypeOptions(true, true)));
    assertEquals(Optional.empty(), new HistoryLossGating().unsuited(PROMPT, new NoOptions()));
  }
}
