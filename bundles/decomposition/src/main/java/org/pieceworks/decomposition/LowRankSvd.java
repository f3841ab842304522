package org.pieceworks.decomposition;

import org.tribuo.math.la.DenseMatrix;

/**
 * The singular value decomposition of a low-rank product {@code B A}, strongest component first,
 * without ever forming it.
 *
 * <p>With {@code B^T B = Q L Q^T} and {@code C = L^1/2 Q^T A}, {@code C C^T = P S^2 P^T}, the left
 * vectors are {@code B Q L^-1/2 P} and the right ones {@code S^-1 P^T C}: only matrices as small as
 * the rank are decomposed.
 *
 * @param left {@code [rank][out]}, of length one; the greatest number of each is positive
 * @param singular {@code [rank]}
 * @param right {@code [rank][in]}, of length one; of a singular value of zero both are zeros
 */
record LowRankSvd(double[][] left, double[] singular, double[][] right) {

  /**
   * Takes a product apart.
   *
   * @param write B, {@code [out][rank]}
   * @param read A, {@code [rank][in]}
   * @throws ArithmeticException if they are not finite
   */
  static LowRankSvd of(double[][] write, double[][] read) {
    DenseMatrix b = DenseMatrix.createDenseMatrix(write);
    DenseMatrix a = DenseMatrix.createDenseMatrix(read);
    Spectrum outer = Spectrum.of(b.matrixMultiply(b, true, false));
    DenseMatrix c = outer.scaled(0.5).matrixMultiply(a, true, false); // [rank, in]
    DenseMatrix turn = Spectrum.of(c.matrixMultiply(c, false, true)).scaled(0); // P
    DenseMatrix toLeft = outer.scaled(-0.5).matrixMultiply(turn); // [rank, rank]
    double[][] left = toLeft.matrixMultiply(b, true, true).toArray(); // [rank, out]
    double[][] right = turn.matrixMultiply(c, true, false).toArray(); // [rank, in]
    double[] singular = new double[right.length];
    for (int i = 0; i < right.length; i++) {
      singular[i] = length(right[i]);
      scale(right[i], singular[i] > 0 ? sign(left[i]) / singular[i] : 0);
      scale(left[i], singular[i] > 0 ? sign(left[i]) : 0);
    }
    return new LowRankSvd(left, singular, right);
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** The sign of the number farthest from zero, the first of those. */
  private static double sign(double[] vector) {
    double farthest = 0;
    for (double value : vector) {
      farthest = Math.abs(value) > Math.abs(farthest) ? value : farthest;
    }
    return farthest < 0 ? -1 : 1;
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
