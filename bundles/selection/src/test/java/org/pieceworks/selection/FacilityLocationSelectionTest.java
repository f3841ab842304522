package org.pieceworks.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.option.NoOptions;

class FacilityLocationSelectionTest {

  private static final int USERS = 10;

  private static List<Integer> select(float[][] embeddings, int count) {
    return new FacilityLocationSelection()
        .select(Subsets.context(embeddings, count), new NoOptions());
  }

  @Test
  void largeGroupsComeFirstAndLengthsCountForNothing() {
    float[][] groups = {{0, 9}, {1, 0}, {2, 0}, {3, -0.1f}, {0, 1}, {-5, -5}};
    assertEquals(List.of(1), select(groups, 1));
    assertEquals(List.of(0, 1), select(groups, 2));
    assertEquals(List.of(0, 1, 5), select(groups, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void coversTheGreaterPartOfWhatTheBestChoiceCovers(int count) {
    for (long seed = 0; seed < 30; seed++) {
      float[][] points = Subsets.points(USERS, 3, seed);
      double most =
          Subsets.values(USERS, count, sharers -> covered(points, sharers)).max().orElseThrow();
      double greedy = covered(points, select(points, count));
      assertTrue(greedy >= (1 - 1 / Math.E) * most, "seed " + seed);
      if (count == 1) {
        assertEquals(most, greedy, 1e-5);
      }
    }
  }

  @Test
  void fewerSharersArePartOfMore() {
    float[][] points = Subsets.points(USERS, 3, 1);
    for (int count = 1; count < USERS; count++) {
      assertTrue(select(points, count + 1).containsAll(select(points, count)));
    }
  }

  private static double covered(float[][] points, List<Integer> sharers) {
    return IntStream.range(0, points.length)
        .mapToDouble(
            i ->
                sharers.stream()
                    .mapToDouble(sharer -> Math.max(0, cosine(points[i], points[sharer])))
                    .max()
                    .orElseThrow())
        .sum();
  }

  private static double cosine(float[] one, float[] other) {
    double dot = 0;
    double ones = 0;
    double others = 0;
    for (int d = 0; d < one.length; d++) {
      dot += one[d] * other[d];
      ones += one[d] * one[d];
      others += other[d] * other[d];
    }
    return dot / Math.sqrt(ones * others);
  }
}
