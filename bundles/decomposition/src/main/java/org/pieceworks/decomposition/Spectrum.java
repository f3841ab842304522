package org.pieceworks.decomposition;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseMatrix.EigenDecomposition;

/**
 * Eigenvalues and eigenvectors of a Gram matrix, largest first.
 *
 * @param values {@code [rank]}; rounding, which may be negative, is zero
 * @param vectors {@code [rank][rank]}, one a column
 */
record Spectrum(double[] values, double[][] vectors) {

  /** Below this share of the largest, an eigenvalue is rounding. */
  private static final double ROUNDING = 1e-15;

  /** Decomposes {@code [rank, rank]}, symmetric up to rounding. */
  static Spectrum of(DenseMatrix gram) {
    EigenDecomposition eigen =
        symmetric(gram)
            .eigenDecomposition()
            .orElseThrow(
                () -> new ArithmeticException("no eigenvalues: factors that are not finite"));
    double[] values = eigen.eigenvalues().toArray();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = new double[values.length];
    double[][] vectors = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[order[i]];
      sorted[i] = value > ROUNDING * values[order[0]] ? value : 0;
      for (int row = 0; row < values.length; row++) {
        vectors[row][i] = eigen.getEigenVector(order[i]).get(row);
      }
    }
    return new Spectrum(sorted, vectors);
  }

  private static DenseMatrix symmetric(DenseMatrix gram) {
    double[][] both = gram.toArray();
    for (int i = 0; i < both.length; i++) {
      for (int j = 0; j < i; j++) {
        both[i][j] = both[j][i];
      }
    }
    return DenseMatrix.createDenseMatrix(both);
  }

  /** The vectors, each times a power of its value; those of value zero become zero. */
  DenseMatrix scaled(double power) {
    double[][] scaled = new double[values.length][values.length];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < values.length; i++) {
        scaled[row][i] = values[i] > 0 ? vectors[row][i] * Math.pow(values[i], power) : 0;
      }
    }
    return DenseMatrix.createDenseMatrix(scaled);
  }
}
