package org.pieceworks.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.option.NoOptions;

class KCenterSelectionTest {

  private static final int USERS = 10;

  private static List<Integer> select(float[][] embeddings, int count) {
    return new KCenterSelection().select(Subsets.context(embeddings, count), new NoOptions());
  }

  @Test
  void beginsNearTheMeanAndGoesOnWithTheFarthest() {
    float[][] line = {{0}, {1}, {4}, {6}, {9}};
    assertEquals(List.of(2), select(line, 1));
    assertEquals(List.of(2, 4), select(line, 2));
    assertEquals(List.of(0, 2, 4), select(line, 3));
    assertEquals(List.of(0, 2, 3, 4), select(line, 4));
  }

  @Test
  void theFirstOfEquallyFarOnesIsTaken() {
    float[][] cross = {{2, 0}, {0, 2}, {0, 0}, {-2, 0}, {0, -2}};
    assertEquals(List.of(0, 2), select(cross, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void nobodyIsMoreThanTwiceAsFarAsTheBestChoiceAllows(int count) {
    for (long seed = 0; seed < 30; seed++) {
      float[][] points = Subsets.points(USERS, 2, seed);
      double least =
          Subsets.values(USERS, count, sharers -> radius(points, sharers)).min().orElseThrow();
      assertTrue(radius(points, select(points, count)) <= 2 * least + 1e-6, "seed " + seed);
    }
  }

  @Test
  void fewerSharersArePartOfMore() {
    float[][] points = Subsets.points(USERS, 3, 1);
    for (int count = 1; count < USERS; count++) {
      assertTrue(select(points, count + 1).containsAll(select(points, count)));
    }
  }

  private static double radius(float[][] points, List<Integer> sharers) {
    return IntStream.range(0, points.length)
        .mapToDouble(
            i ->
                sharers.stream()
                    .mapToDouble(sharer -> distance(points[i], points[sharer]))
                    .min()
                    .orElseThrow())
        .max()
        .orElseThrow();
  }

  private static double distance(float[] one, float[] other) {
    double squares = 0;
    for (int d = 0; d < one.length; d++) {
      squares += Math.pow(one[d] - other[d], 2);
    }
    return Math.sqrt(squares);
  }
}
