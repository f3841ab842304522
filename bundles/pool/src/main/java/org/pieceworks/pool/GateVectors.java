package org.pieceworks.pool;

import java.nio.FloatBuffer;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;

/**
 * The gates of a block, layer-normalized as they are read.
 *
 * @param gates one after another
 */
record GateVectors(FloatBuffer gates, int count, int width) implements RandomVectorScorerSupplier {

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

  /** Inner products with a vector. */
  RandomVectorScorer products(float[] query) {
    return new RandomVectorScorer() {
      @Override
      public float score(int node) {
        float[] own = at(node);
        float sum = 0;
        for (int i = 0; i < own.length; i++) {
          sum += own[i] * query[i];
        }
        return sum;
      }

      @Override
      public int maxOrd() {
        return count;
      }
    };
  }

  @Override
  public RandomVectorScorer scorer(int row) {
    return products(at(row));
  }

  @Override
  public RandomVectorScorerSupplier copy() {
    return this;
  }
}
