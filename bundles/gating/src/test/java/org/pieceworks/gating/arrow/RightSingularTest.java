package org.pieceworks.gating.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightSingularTest {

  private static final int IN = 12;
  private static final int OUT = 7;

  @Test
  void aDiagonalProductHasTheAxisOfItsLargestValue() {
    double[][] read = {{1, 0, 0, 0}, {0, 0, -1, 0}};
    double[][] write = {{2, 0}, {0, 3}, {0, 0}};
    assertArrayEquals(new float[] {0, 0, 1, 0}, RightSingular.first(read, write), 1e-6f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "4, 1", "4, 1e-9", "8, 1"})
  void itIsWhatThePowerMethodFinds(int rank, double size) {
    Random random = new Random(rank);
    double[][] read = normal(rank, IN, random, size);
    double[][] write = normal(OUT, rank, random, size);
    double[] expected = power(product(copy(write), copy(read)));
    float[] found = RightSingular.first(copy(read), copy(write));
    double norm = 0;
    double dot = 0;
    int largest = 0;
    for (int i = 0; i < IN; i++) {
      norm += found[i] * found[i];
      dot += found[i] * expected[i];
      largest = Math.abs(found[i]) > Math.abs(found[largest]) ? i : largest;
    }
    assertEquals(1, norm, 1e-5);
    assertEquals(1, Math.abs(dot), 1e-5);
    assertEquals(1, Math.signum(found[largest]));
  }

  @Test
  void theSignOfTheFactorsPlaysNoPart() {
    Random random = new Random(3);
    double[][] read = normal(3, IN, random, 1);
    double[][] write = normal(OUT, 3, random, 1);
    double[][] minus = copy(write);
    Arrays.stream(minus).forEach(row -> Arrays.setAll(row, i -> -row[i]));
    assertArrayEquals(
        RightSingular.first(copy(read), copy(write)), RightSingular.first(copy(read), minus));
  }

  @Test
  void factorsThatAreAlikeGiveTheirDirection() {
    double[][] read = {{3, 0, 4}, {3, 0, 4}};
    double[][] write = {{1, 1}, {0, 0}};
    assertArrayEquals(new float[] {.6f, 0, .8f}, RightSingular.first(read, write), 1e-6f);
  }

  @Test
  void anUntrainedAdapterHasNoDirection() {
    double[][] read = {{1, 2, 3}};
    assertArrayEquals(new float[3], RightSingular.first(read, new double[4][1]));
  }

  @Test
  void factorsThatCancelHaveNoDirection() {
    double[][] read = {{1, 0}, {1, 0}};
    double[][] write = {{1, -1}};
    assertArrayEquals(new float[2], RightSingular.first(read, write));
  }

  private static double[][] normal(int rows, int columns, Random random, double size) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, i -> size * random.nextGaussian());
    }
    return matrix;
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        for (int k = 0; k < right.length; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static double[] power(double[][] matrix) {
    double[] vector = new double[matrix[0].length];
    Arrays.fill(vector, 1);
    for (int step = 0; step < 2000; step++) {
      double[] next = new double[vector.length];
      for (double[] row : matrix) {
        double dot = 0;
        for (int i = 0; i < row.length; i++) {
          dot += row[i] * vector[i];
        }
        for (int i = 0; i < row.length; i++) {
          next[i] += dot * row[i];
        }
      }
      double norm = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
      Arrays.setAll(vector, i -> next[i] / norm);
    }
    return vector;
  }
}
