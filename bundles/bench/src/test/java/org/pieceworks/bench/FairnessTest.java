package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;

class FairnessTest {

  @Test
  void aPeerWithSlowProductsIsRefused() {
    String why = Fairness.refusal(90e9, 45e9).orElseThrow();
    assertTrue(why.contains("50 %"), why);
    assertTrue(why.contains("apt install libopenblas0-openmp"), why);
    assertTrue(why.contains("update-alternatives"), why);
  }

  @Test
  void aPeerThatIsNearlyAsFastOrFasterIsNot() {
    assertEquals(Optional.empty(), Fairness.refusal(90e9, 60e9));
    assertEquals(Optional.empty(), Fairness.refusal(90e9, 180e9));
  }

  @Test
  void roundingMayDiffer() {
    assertDoesNotThrow(
        () -> Fairness.checkLosses("LoRA", new double[] {8.1, 2}, new double[] {8.10005, 2}));
  }

  @Test
  void whatComputesAnotherLossIsRefused() {
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () -> Fairness.checkLosses("LoRA", new double[] {8.1}, new double[] {8.2}));
    assertEquals(
        "compare, peer, LoRA: found a loss of 8.2; expected 8.1, as ours is", error.getMessage());
    assertThrows(
        BadInputException.class,
        () -> Fairness.checkLosses("LoRA", new double[] {1}, new double[] {Double.NaN}));
    assertThrows(
        BadInputException.class,
        () -> Fairness.checkLosses("LoRA", new double[] {1, 2}, new double[] {1}));
  }

  @Test
  void whatGivesOtherTokensIsRefused() {
    assertDoesNotThrow(
        () -> Fairness.checkSame("tokens", List.of(List.of(1, 2)), List.of(List.of(1, 2))));
    assertThrows(
        BadInputException.class,
        () -> Fairness.checkSame("tokens", List.of(List.of(1, 2)), List.of(List.of(1, 3))));
    assertThrows(
        BadInputException.class,
        () -> Fairness.checkSame("tokens", List.of(List.of(1, 2)), List.of()));
  }
}
