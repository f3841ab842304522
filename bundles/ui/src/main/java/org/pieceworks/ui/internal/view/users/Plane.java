package org.pieceworks.ui.internal.view.users;

import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Embeddings in two dimensions: their principal components, fitted on a part of them where they are
 * many.
 *
 * @param ids of the users
 * @param at {@code [users][2]}
 * @param shares of the variance that each dimension has
 * @param clusters per user, from 0
 */
record Plane(List<String> ids, double[][] at, double[] shares, int[] clusters) {

  private static final int FITTED = 400;
  private static final int LEAST = 3;
  private static final double ROUNDING = 1e-20;

  /** Nobody. */
  static final Plane EMPTY = new Plane(List.of(), new double[0][], new double[2], new int[0]);

  /** Projects embeddings, all of one width; of too few there is no plane. */
  static Plane of(Map<String, float[]> embeddings) {
    List<String> ids = List.copyOf(embeddings.keySet());
    if (ids.size() < LEAST) {
      return EMPTY;
    }
    float[][] vectors = ids.stream().map(embeddings::get).toArray(float[][]::new);
    double[] mean = mean(vectors);
    SingularValueDecomposition fitted =
        new SingularValueDecomposition(new Array2DRowRealMatrix(sample(vectors, mean)));
    double[] values = fitted.getSingularValues();
    int dimensions = Math.min(2, values.length);
    RealMatrix axes = fitted.getV(); // [width, rank]
    double[][] at = new double[vectors.length][2];
    for (int u = 0; u < at.length; u++) {
      double[] centred = centred(vectors[u], mean);
      for (int d = 0; d < dimensions; d++) {
        double sum = 0;
        for (int i = 0; i < centred.length; i++) {
          sum += centred[i] * axes.getEntry(i, d);
        }
        at[u][d] = sum;
      }
    }
    return new Plane(ids, at, shares(values), Clusters.of(vectors));
  }

  private static double[] mean(float[][] vectors) {
    double[] mean = new double[vectors[0].length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) vector[i] / vectors.length;
      }
    }
    return mean;
  }

  private static double[] centred(float[] vector, double[] mean) {
    double[] centred = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centred[i] = vector[i] - mean[i];
    }
    return centred;
  }

  /** Evenly over all. */
  private static double[][] sample(float[][] vectors, double[] mean) {
    int count = Math.min(FITTED, vectors.length);
    double[][] sample = new double[count][];
    for (int s = 0; s < count; s++) {
      sample[s] = centred(vectors[(int) ((long) s * vectors.length / count)], mean);
    }
    return sample;
  }

  private static double[] shares(double[] values) {
    double all = 0;
    for (double value : values) {
      all += value * value;
    }
    double[] shares = new double[2];
    for (int d = 0; d < Math.min(2, values.length); d++) {
      shares[d] = all > ROUNDING ? values[d] * values[d] / all : 0;
    }
    return shares;
  }
}
