package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.pieceworks.api.training.TrainingOptions;

/**
 * AdamW (arXiv 1711.05101) over {@code [members, numbers]}: every member has its own clipping, its
 * own learning rate and its own step count, as if it were trained alone.
 */
final class AdamW implements AutoCloseable {

  /** What PyTorch adds to the norm before it divides by it. */
  private static final double CLIP_EPSILON = 1e-6;

  private final TrainingOptions options;
  private final NDManager manager;
  private final NDArray decay;
  private final NDArray mean;
  private final NDArray square;
  private final int[] steps;

  /**
   * Starts with zero moments.
   *
   * @param decay {@code [1, numbers]} what share of the weight decay each number gets; null: all of
   *     it
   */
  AdamW(NDArray parameters, NDArray decay, TrainingOptions options, NDManager parent) {
    this.options = options;
    this.decay = decay;
    manager = parent.newSubManager();
    mean = manager.zeros(parameters.getShape());
    square = manager.zeros(parameters.getShape());
    steps = new int[(int) parameters.getShape().get(0)];
  }

  /** How many steps any member has taken. */
  int steps() {
    return Arrays.stream(steps).max().orElse(0);
  }

  /**
   * Changes the parameters in place.
   *
   * @param gradient {@code [members, numbers]}
   * @param rates per member; zero: the member rests
   * @return the norms before clipping, per member
   */
  float[] step(NDArray parameters, NDArray gradient, double[] rates) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray g = gradient.duplicate();
      g.attach(scope);
      NDArray norm = g.square().sum(new int[] {1}, true).sqrt();
      float[] norms = norm.toFloatArray();
      g.muli(column(scope, clipping(norms)));
      update(parameters, g, rates, scope);
      return norms;
    }
  }

  private void update(NDArray parameters, NDArray g, double[] rates, NDManager scope) {
    int members = rates.length;
    double[] keepMean = new double[members];
    double[] keepSquare = new double[members];
    double[] stride = new double[members];
    double[] correction = new double[members];
    double[] shrink = new double[members];
    for (int m = 0; m < members; m++) {
      boolean rests = rates[m] == 0;
      steps[m] += rests ? 0 : 1;
      int t = Math.max(1, steps[m]);
      keepMean[m] = rests ? 1 : options.beta1();
      keepSquare[m] = rests ? 1 : options.beta2();
      stride[m] = rates[m] / (1 - Math.pow(options.beta1(), t));
      correction[m] = 1 / Math.sqrt(1 - Math.pow(options.beta2(), t));
      shrink[m] = rates[m] * options.weightDecay();
    }
    NDArray b1 = column(scope, keepMean);
    NDArray b2 = column(scope, keepSquare);
    mean.muli(b1).addi(g.mul(b1.neg().add(1)));
    square.muli(b2).addi(g.square().muli(b2.neg().add(1)));
    NDArray weightDecay = column(scope, shrink);
    NDArray shrinkage = decay == null ? weightDecay : weightDecay.mul(decay);
    NDArray kept = shrinkage.neg().add(1);
    kept.attach(scope);
    NDArray root = square.sqrt();
    root.attach(scope);
    NDArray move = mean.div(root.muli(column(scope, correction)).addi(options.epsilon()));
    move.attach(scope);
    parameters.muli(kept);
    parameters.subi(move.muli(column(scope, stride)));
  }

  private double[] clipping(float[] norms) {
    double[] factors = new double[norms.length];
    for (int m = 0; m < norms.length; m++) {
      factors[m] = Math.min(1, options.clip() / (norms[m] + CLIP_EPSILON));
    }
    return factors;
  }

  private static NDArray column(NDManager scope, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return scope.create(floats, new Shape(values.length, 1));
  }

  @Override
  public void close() {
    manager.close();
  }
}
