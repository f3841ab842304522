package org.pieceworks.methods.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.peft.MergeForm;

class ChoiceTest {

  private static final float[] SCORES = {0.1f, 0.9f, 0.5f, 0.9f};

  @Test
  void takesTheBestFirstAndTheEarlierAmongEquals() {
    assertArrayEquals(new int[] {1, 3, 2}, choose(3, 1, 0).pieces());
  }

  @Test
  void weighsByASoftmaxOverTheChosenAlone() {
    double[] weights = choose(3, 1, 0).weights();
    double other = Math.exp(0.5f - 0.9f);
    assertEquals(1 / (2 + other), weights[0], 1e-9);
    assertEquals(other / (2 + other), weights[2], 1e-9);
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
  }

  @Test
  void lowTemperatureLeavesOnlyTheBest() {
    assertArrayEquals(new double[] {0.5, 0.5, 0}, choose(3, 1e-3, 0).weights(), 1e-9);
  }

  @Test
  void moreThanAreOfferedMeansAll() {
    assertEquals(4, choose(10, 1, 0).pieces().length);
  }

  @Test
  void nucleusIsTheSmallestSetThatReachesTheShare() {
    assertEquals(1, choose(3, 1, 0.2).pieces().length);
    assertEquals(2, choose(3, 1, 0.5).pieces().length);
    assertEquals(4, choose(3, 1, 1).pieces().length);
  }

  @Test
  void controlsMayTakeEverything() {
    AssemblyOptions options = options(1, 1, 0);
    assertEquals(4, Choice.of(SCORES, options, true, 0).pieces().length);
  }

  @Test
  void drawsWithoutReplacementAmongTheBestAlone() {
    for (int seed = 0; seed < 200; seed++) {
      Choice drawn = draw(2, 3, 1, seed);
      int[] pieces = drawn.pieces();
      assertEquals(2, Arrays.stream(pieces).distinct().count());
      assertTrue(Arrays.stream(pieces).noneMatch(piece -> piece == 0), "the worst was drawn");
      assertTrue(SCORES[pieces[0]] >= SCORES[pieces[1]], "not best first");
      assertArrayEquals(pieces, draw(2, 3, 1, seed).pieces());
    }
  }

  @Test
  void drawsBySoftmaxOdds() {
    int[] counts = new int[4];
    int draws = 20_000;
    for (int seed = 0; seed < draws; seed++) {
      counts[draw(1, 4, 0.5, 31L * seed).pieces()[0]]++;
    }
    double sum = 0;
    for (float score : SCORES) {
      sum += Math.exp(score / 0.5);
    }
    for (int i = 0; i < counts.length; i++) {
      double odds = Math.exp(SCORES[i] / 0.5) / sum;
      double error = Math.sqrt(odds * (1 - odds) / draws);
      assertEquals(odds, counts[i] / (double) draws, 4.5 * error);
    }
  }

  @Test
  void aDrawFromNoMoreThanAreTakenTakesTheBest() {
    assertArrayEquals(choose(3, 1, 0).pieces(), draw(3, 2, 1, 7).pieces());
  }

  private static Choice draw(int topK, int sample, double temperature, long seed) {
    AssemblyOptions options =
        new AssemblyOptions(
            topK, 1, 0, 1, sample, temperature, ChoiceScope.SLOT, MergeForm.PRODUCT, 0, 0);
    return Choice.of(SCORES, options, false, seed);
  }

  private static Choice choose(int topK, double temperature, double topP) {
    return Choice.of(SCORES, options(topK, temperature, topP), false, 0);
  }

  private static AssemblyOptions options(int topK, double temperature, double topP) {
    return new AssemblyOptions(
        topK, temperature, topP, 1, 0, 1, ChoiceScope.SLOT, MergeForm.PRODUCT, 0, 0);
  }
}
