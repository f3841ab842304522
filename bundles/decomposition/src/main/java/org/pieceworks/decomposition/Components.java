package org.pieceworks.decomposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rank-one components of many members' low-rank changes.
 *
 * @param reads per member the rows, {@code [rank][in]}
 * @param writes per member the columns, {@code [rank][out]}
 */
record Components(List<float[][]> reads, List<float[][]> writes) {

  /**
   * Takes products apart.
   *
   * @param read {@code [members, rank, in]}
   * @param write {@code [members, out, rank]}
   */
  static Components of(NDArray read, NDArray write) {
    int members = (int) read.getShape().get(0);
    float[] a = read.toFloatArray();
    float[] b = write.toFloatArray();
    int rank = (int) read.getShape().get(1);
    int in = (int) read.getShape().get(2);
    int out = (int) write.getShape().get(1);
    List<LowRankSvd> each =
        IntStream.range(0, members)
            .mapToObj(m -> LowRankSvd.of(rows(b, m * out, out, rank), rows(a, m * rank, rank, in)))
            .toList();
    return new Components(
        each.stream().map(svd -> balanced(svd.right(), svd.singular())).toList(),
        each.stream().map(svd -> balanced(svd.left(), svd.singular())).toList());
  }

  private static double[][] rows(float[] values, int first, int count, int width) {
    double[][] rows = new double[count][width];
    for (int r = 0; r < count; r++) {
      for (int c = 0; c < width; c++) {
        rows[r][c] = values[(first + r) * width + c];
      }
    }
    return rows;
  }

  /** Row and column of a component share its strength evenly. */
  private static float[][] balanced(double[][] vectors, double[] singular) {
    float[][] scaled = new float[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      scaled[i] = new float[vectors[i].length];
      for (int j = 0; j < scaled[i].length; j++) {
        scaled[i][j] = (float) (Math.sqrt(singular[i]) * vectors[i][j]);
      }
    }
    return scaled;
  }

  /** A component's rows: {@code [members, 1, in]}. */
  NDArray read(int part, NDManager manager) {
    return stacked(reads, part, manager, true);
  }

  /** A component's columns: {@code [members, out, 1]}. */
  NDArray write(int part, NDManager manager) {
    return stacked(writes, part, manager, false);
  }

  private static NDArray stacked(
      List<float[][]> vectors, int part, NDManager manager, boolean rows) {
    int members = vectors.size();
    int width = vectors.get(0)[part].length;
    float[] flat = new float[members * width];
    for (int m = 0; m < members; m++) {
      System.arraycopy(vectors.get(m)[part], 0, flat, m * width, width);
    }
    return manager.create(flat, rows ? new Shape(members, 1, width) : new Shape(members, width, 1));
  }
}
