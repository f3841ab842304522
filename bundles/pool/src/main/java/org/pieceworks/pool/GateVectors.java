package org.pieceworks.pool;

import java.nio.FloatBuffer;
import java.util.function.IntFunction;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;

/**
 * The gates of a block, layer-normalized as they are read.
 *
 * @param gates one after another
 */
record GateVectors(FloatBuffer gates, int count, int width) {

  /** As the normalization of activations has it. */
  private static final double EPSILON = 1e-5;

  /** A gate, normalized. */
  float[] at(int row) {
    float[] own = new float[width];
    gates.get(row * width, own);
    double mean = 0;
    for (float value : own) {
      mean += value / width;
    }
    double variance = 0;
    for (float value : own) {
      variance += (value - mean) * (value - mean) / width;
    }
    double scale = 1 / Math.sqrt(variance + EPSILON);
    for (int i = 0; i < width; i++) {
      own[i] = (float) ((own[i] - mean) * scale);
    }
    return own;
  }

  /**
   * All gates, normalized, in memory: making a graph asks for each of them hundreds of times.
   *
   * @return that compares them with each other
   */
  RandomVectorScorerSupplier held() {
    float[][] all = new float[count][];
    for (int row = 0; row < count; row++) {
      all[row] = at(row);
    }
    return new Held(all);
  }

  private record Held(float[][] all) implements RandomVectorScorerSupplier {

    @Override
    public RandomVectorScorer scorer(int row) {
      return new Products(all[row], all.length, node -> all[node]);
    }

    @Override
    public RandomVectorScorerSupplier copy() {
      return this;
    }
  }

  /** Inner products with a vector; gates are read when they are visited. */
  RandomVectorScorer products(float[] query) {
    return new Products(query, count, this::at);
  }

  private record Products(float[] query, int maxOrd, IntFunction<float[]> vectors)
      implements RandomVectorScorer {

    @Override
    public float score(int node) {
      float[] own = vectors.apply(node);
      float sum = 0;
      for (int i = 0; i < own.length; i++) {
        sum += own[i] * query[i];
      }
      return sum;
    }
  }
}
