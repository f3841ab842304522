package org.pieceworks.ui.internal.view.users;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlaneTest {

  /** Two groups far apart along one direction of many, with a little noise. */
  private static Map<String, float[]> groups(int users, int width) {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, float[]> embeddings = new LinkedHashMap<>();
    for (int u = 0; u < users; u++) {
      float[] vector = new float[width];
      for (int i = 0; i < width; i++) {
        vector[i] = (float) (random.nextDouble() * 0.01 + (u % 2) * (i % 3 == 0 ? 5 : 1));
      }
      embeddings.put("u" + u, vector);
    }
    return embeddings;
  }

  @Test
  void theFirstAxisTellsApartWhatDiffersMost() {
    Plane plane = Plane.of(groups(12, 5));
    for (int u = 2; u < 12; u++) {
      double same = Math.abs(plane.at()[u][0] - plane.at()[u % 2][0]);
      double other = Math.abs(plane.at()[u][0] - plane.at()[(u + 1) % 2][0]);
      assertTrue(same < other, "user " + u);
    }
    assertTrue(plane.shares()[0] > 0.99);
  }

  @Test
  void pointsLieAroundTheMiddleAndKeepTheirDistances() {
    Map<String, float[]> square = new LinkedHashMap<>();
    square.put("a", new float[] {0, 0, 7});
    square.put("b", new float[] {4, 0, 7});
    square.put("c", new float[] {4, 3, 7});
    square.put("d", new float[] {0, 3, 7});
    Plane plane = Plane.of(square);
    double sum = 0;
    for (double[] at : plane.at()) {
      sum += at[0] + at[1];
    }
    assertEquals(0, sum, 1e-9);
    double across =
        Math.hypot(plane.at()[0][0] - plane.at()[2][0], plane.at()[0][1] - plane.at()[2][1]);
    assertEquals(5, across, 1e-9);
    assertEquals(1, plane.shares()[0] + plane.shares()[1], 1e-9);
  }

  @Test
  void moreUsersThanAreFittedAndMoreWidthThanUsersAreBothProjected() {
    assertEquals(1000, Plane.of(groups(1000, 4)).at().length);
    assertEquals(5, Plane.of(groups(5, 300)).at().length);
  }

  @Test
  void groupsFarApartAreDifferentClustersAndTheSameEveryTime() {
    int[] clusters = Plane.of(groups(40, 5)).clusters();
    assertNotEquals(clusters[0], clusters[1]);
    assertArrayEquals(clusters, Plane.of(groups(40, 5)).clusters());
  }

  @Test
  void fewUsersHaveNoPlane() {
    assertEquals(Plane.EMPTY, Plane.of(groups(2, 5)));
  }

  @Test
  void usersWhoAreAllAlikeLieInOnePlace() {
    Map<String, float[]> same = new LinkedHashMap<>();
    for (int u = 0; u < 12; u++) {
      same.put("u" + u, new float[] {1, 2, 3});
    }
    Plane plane = Plane.of(same);
    assertEquals(0, plane.at()[3][0], 1e-9);
    assertEquals(0, plane.shares()[0], 1e-9);
  }
}
