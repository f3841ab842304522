package org.pieceworks.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Three blobs that are ten apart and about one wide: of eight users from 0 on, of twelve from 8 on,
 * of six from 20 on; then three users far from everybody.
 */
class HdbscanSelectionTest {

  private static final HdbscanOptions OPTIONS = new HdbscanOptions(4, 3);
  private static final int USERS = 29;
  private static final float[][] EMBEDDINGS = embeddings();

  private static float[][] embeddings() {
    SplittableRandom random = new SplittableRandom(2);
    float[][] embeddings = new float[USERS][];
    for (int i = 0; i < 26; i++) {
      float centre = i < 8 ? 0 : i < 20 ? 10 : 20;
      embeddings[i] =
          new float[] {
            centre + (float) random.nextDouble(-0.5, 0.5), (float) random.nextDouble(-0.5, 0.5)
          };
    }
    embeddings[26] = new float[] {5, 90};
    embeddings[27] = new float[] {-90, 0};
    embeddings[28] = new float[] {5, -90};
    return embeddings;
  }

  private static List<Integer> select(int[] items, int count) {
    return new HdbscanSelection().select(Subsets.context(EMBEDDINGS, items, count), OPTIONS);
  }

  /** Ten items each, but more for some. */
  private static int[] items(int... active) {
    int[] items = new int[USERS];
    Arrays.fill(items, 10);
    for (int i : active) {
      items[i] = 20 + i;
    }
    return items;
  }

  @Test
  void theMostActiveOfEachBlobShares() {
    assertEquals(List.of(3, 11, 25), select(items(3, 11, 25, 26), 3));
  }

  @Test
  void theLargestBlobsComeFirst() {
    assertEquals(List.of(11), select(items(3, 11, 25, 26), 1));
    assertEquals(List.of(3, 11), select(items(3, 11, 25, 26), 2));
  }

  @Test
  void theMostActiveOfTheRestShareWhereThereAreFewBlobs() {
    int[] items = items(3, 11, 25, 26, 27, 12);
    assertEquals(List.of(3, 12, 25, 27), select(items, 4));
    assertEquals(List.of(3, 12, 25, 26, 27), select(items, 5));
    assertEquals(List.of(3, 11, 12, 25, 26, 27), select(items, 6));
  }

  @Test
  void ofEquallyActiveOnesTheMostCentralShares() {
    List<Integer> sharers = select(items(), 3);
    assertEquals(List.of(central(0, 8), central(8, 20), central(20, 26)), sharers);
  }

  @Test
  void withoutBlobsTheMostActiveShare() {
    HdbscanOptions large = new HdbscanOptions(USERS, 3);
    assertEquals(
        List.of(26, 28),
        new HdbscanSelection().select(Subsets.context(EMBEDDINGS, items(3, 26, 28), 2), large));
  }

  private static int central(int from, int to) {
    double x = 0;
    double y = 0;
    for (int i = from; i < to; i++) {
      x += EMBEDDINGS[i][0] / (to - from);
      y += EMBEDDINGS[i][1] / (to - from);
    }
    int central = from;
    for (int i = from; i < to; i++) {
      if (distance(i, x, y) < distance(central, x, y)) {
        central = i;
      }
    }
    return central;
  }

  private static double distance(int user, double x, double y) {
    return Math.hypot(EMBEDDINGS[user][0] - x, EMBEDDINGS[user][1] - y);
  }
}
