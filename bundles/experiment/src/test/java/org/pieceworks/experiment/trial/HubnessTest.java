package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HubnessTest {

  private static double share(float[][]... slots) {
    return Hubness.of(slots).orElseThrow();
  }

  @Test
  void equalScoresForEveryTargetAreOne() {
    assertEquals(1, share(new float[][] {{1, 2, 4}, {1, 2, 4}, {1, 2, 4}}), 1e-9);
  }

  @Test
  void aTargetsOwnLevelPlaysNoPart() {
    assertEquals(1, share(new float[][] {{1, 2, 4}, {101, 102, 104}, {-9, -8, -6}}), 1e-9);
  }

  @Test
  void whatIsOneTargetsGainAndAnothersLossIsNothing() {
    assertEquals(0, share(new float[][] {{1, -1}, {-1, 1}}), 1e-9);
  }

  @Test
  void aPieceThatIsBetterForAllByThreeAndForEachInTurnByOneIsNineTenths() {
    assertEquals(.9, share(new float[][] {{4, -4}, {2, -2}}), 1e-6);
  }

  @Test
  void slotsAreAveragedAndThoseThatDoNotTellAreLeftOut() {
    float[][] same = {{1, 2}, {1, 2}};
    float[][] apart = {{1, -1}, {-1, 1}};
    float[][] equal = {{.1f, .1f}, {.3f, .3f}};
    assertEquals(.5, share(same, apart), 1e-9);
    assertEquals(.5, share(same, equal, apart), 1e-9);
  }

  @Test
  void noiseIsAboutOneOverTheNumberOfTargets() {
    Random random = new Random(1);
    float[][] noise = new float[20][500];
    for (float[] row : noise) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    assertEquals(.05, share(noise), .01);
  }

  @Test
  void nothingCanBeToldOfOneTargetOfOnePieceOrOfEqualScores() {
    assertEquals(OptionalDouble.empty(), Hubness.of(new float[][][] {{{1, 2}}}));
    assertEquals(OptionalDouble.empty(), Hubness.of(new float[][][] {{{1}, {2}}}));
    assertEquals(OptionalDouble.empty(), Hubness.of(new float[][][] {{{.1f, .1f}, {.7f, .7f}}}));
    assertEquals(OptionalDouble.empty(), Hubness.of(new float[0][][]));
  }
}
