package org.pieceworks.selection;

import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.selection.SelectionContext;
import org.tribuo.math.la.DenseVector;

/** What selections read of candidates' histories. */
final class Histories {

  private Histories() {}

  /** How many items a candidate has. */
  static int activity(SelectionContext context, int candidate) {
    return context.candidates().get(candidate).history().size();
  }

  /** The candidates' embeddings. */
  static List<DenseVector> embeddings(SelectionContext context) {
    return Arrays.stream(context.embeddings().get()).map(Histories::vector).toList();
  }

  private static DenseVector vector(float[] values) {
    double[] copy = new double[values.length];
    Arrays.setAll(copy, i -> values[i]);
    return DenseVector.createDenseVector(copy);
  }

  /** The mean of some vectors, of which there must be one. */
  static DenseVector mean(List<DenseVector> vectors) {
    DenseVector sum = new DenseVector(vectors.get(0).size());
    vectors.forEach(vector -> sum.intersectAndAddInPlace(vector));
    return sum.scale(1.0 / vectors.size());
  }
}
