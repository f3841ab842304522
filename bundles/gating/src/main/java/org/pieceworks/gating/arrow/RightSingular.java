package org.pieceworks.gating.arrow;

import java.util.Arrays;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * The first right singular vector of a thin product {@code write @ read}, which is never formed:
 * with {@code S = (write' write)^(1/2)}, the small {@code S @ read} has the same right singular
 * vectors, and they come from the eigenvectors of its Gram matrix.
 */
final class RightSingular {

  private RightSingular() {}

  /**
   * The vector, of length one, its largest component positive; zeros where the product is zero.
   *
   * @param read {@code [rank][in]}, changed in place
   * @param write {@code [out][rank]}, changed in place
   */
  static float[] first(double[][] read, double[][] write) {
    float[] vector = new float[read[0].length];
    if (!scaled(read) || !scaled(write)) {
      return vector;
    }
    DenseMatrix factor = DenseMatrix.createDenseMatrix(write);
    DenseMatrix inner = factor.matrixMultiply(factor, true, false); // [rank, rank]
    DenseMatrix reduced =
        root(inner).matrixMultiply(DenseMatrix.createDenseMatrix(read)); // [rank, in]
    DenseMatrix gram = reduced.matrixMultiply(reduced, false, true); // [rank, rank]
    DenseMatrix.EigenDecomposition eigen = decomposed(gram);
    int first = 0;
    for (int i = 1; i < eigen.eigenvalues().size(); i++) {
      first = eigen.eigenvalues().get(i) > eigen.eigenvalues().get(first) ? i : first;
    }
    DenseVector direction = reduced.rightMultiply(eigen.getEigenVector(first)); // [in]
    double norm = direction.twoNorm();
    if (norm == 0) {
      return vector;
    }
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      largest = Math.abs(direction.get(i)) > Math.abs(direction.get(largest)) ? i : largest;
    }
    double scale = Math.signum(direction.get(largest)) / norm;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (direction.get(i) * scale);
    }
    return vector;
  }

  /**
   * Scales the largest number to one, so that the products of an adapter hardly trained do not
   * vanish; false where all are zero.
   */
  private static boolean scaled(double[][] rows) {
    double most =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    if (most > 0) {
      for (double[] row : rows) {
        Arrays.setAll(row, i -> row[i] / most);
      }
    }
    return most > 0;
  }

  /** The symmetric square root. */
  private static DenseMatrix root(DenseMatrix symmetric) {
    DenseMatrix.EigenDecomposition eigen = decomposed(symmetric);
    DenseMatrix vectors = eigen.eigenvectors(); // columns
    int size = vectors.getDimension1Size();
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          double value = Math.sqrt(Math.max(0, eigen.eigenvalues().get(k)));
          root[i][j] += vectors.get(i, k) * value * vectors.get(j, k);
        }
      }
    }
    return DenseMatrix.createDenseMatrix(root);
  }

  private static DenseMatrix.EigenDecomposition decomposed(DenseMatrix symmetric) {
    return symmetric
        .eigenDecomposition()
        .orElseThrow(
            () -> new IllegalStateException("the eigenvalues of an adapter's factors diverge"));
  }
}
