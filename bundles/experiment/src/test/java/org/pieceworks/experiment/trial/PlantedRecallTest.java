package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.peft.MergeForm;

class PlantedRecallTest {

  private static final Map<Integer, String> SHARER_OF = Map.of(0, "a", 1, "b", 2, "c", 3, "d");

  /** The target is most like a, then b; c and d are alike unlike. */
  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "t", new double[] {1, 0},
              "a", new double[] {1, 0},
              "b", new double[] {0.8, 0.2},
              "c", new double[] {0, 1},
              "d", new double[] {0, 1}),
          Map.of(),
          Map.of());

  @Test
  void countsTheWeightOnTheMostAlike() {
    assertEquals(1, recall(2, Map.of(0, 0.7f, 1, 0.3f)), 1e-6);
    assertEquals(0.25, recall(2, Map.of(0, 0.25f, 2, 0.75f)), 1e-6);
    assertEquals(0, recall(1, Map.of(1, 0.5f, 3, 0.5f)), 1e-6);
  }

  @Test
  void sharersOnATieShareThePlace() {
    assertEquals(0.5, recall(3, Map.of(2, 1f)), 1e-6);
    assertEquals(1, recall(4, Map.of(2, 1f)), 1e-6);
  }

  @Test
  void everybodyAlikeIsWhatLotsReach() {
    double uniform = recall(2, Map.of(0, 0.25f, 1, 0.25f, 2, 0.25f, 3, 0.25f));
    assertEquals(uniform, planted(2).chance(List.of("t")).mean(), 1e-6);
  }

  private static PlantedRecall planted(int k) {
    return new PlantedRecall(List.of("a", "b", "c", "d"), SHARER_OF, k);
  }

  private static double recall(int k, Map<Integer, Float> weights) {
    List<WeightedPiece> pieces =
        weights.entrySet().stream().map(e -> new WeightedPiece(e.getKey(), e.getValue())).toList();
    Assembly assembly = new Assembly("pool", MergeForm.PRODUCT, Map.of("slot", pieces));
    return planted(k).of(List.of("t"), List.of(assembly), TRUTH).mean();
  }
}
