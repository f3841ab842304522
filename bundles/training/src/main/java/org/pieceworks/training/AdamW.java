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
      NDArray norm = gradient.norm(2, new int[] {1}, true); // [members, 1]
      norm.attach(scope);
      float[] norms = norm.toFloatArray();
      update(parameters, gradient, clipping(norms), rates, scope);
      return norms;
    }
  }

  /**
   * Every number of a member is multiplied by the same factors, so they are gathered first: a pass
   * over all numbers is what an operation costs.
   */
  private void update(
      NDArray parameters, NDArray gradient, double[] clip, double[] rates, NDManager scope) {
    int members = rates.length;
    double[] keepMean = new double[members];
    double[] addMean = new double[members];
    double[] keepSquare = new double[members];
    double[] addSquare = new double[members];
    double[] stride = new double[members];
    double[] floor = new double[members];
    double[] kept = new double[members];
    for (int m = 0; m < members; m++) {
      boolean rests = rates[m] == 0;
      steps[m] += rests ? 0 : 1;
      int t = Math.max(1, steps[m]);
      double correction = Math.sqrt(1 - Math.pow(options.beta2(), t));
      keepMean[m] = rests ? 1 : options.beta1();
      addMean[m] = rests ? 0 : (1 - options.beta1()) * clip[m];
      keepSquare[m] = rests ? 1 : options.beta2();
      addSquare[m] = rests ? 0 : (1 - options.beta2()) * clip[m] * clip[m];
      // mean / (root / correction + epsilon) is mean * correction / (root + epsilon * correction).
      stride[m] = rates[m] * correction / (1 - Math.pow(options.beta1(), t));
      floor[m] = options.epsilon() * correction;
      kept[m] = rates[m] * options.weightDecay();
    }
    NDArray fresh = gradient.mul(column(scope, addMean));
    fresh.attach(scope);
    mean.muli(column(scope, keepMean)).addi(fresh);
    NDArray squares = gradient.square();
    squares.attach(scope);
    square.muli(column(scope, keepSquare)).addi(squares.muli(column(scope, addSquare)));
    NDArray root = square.sqrt();
    root.attach(scope);
    NDArray move = mean.div(root.addi(column(scope, floor)));
    move.attach(scope);
    if (options.weightDecay() > 0) {
      shrink(parameters, kept, scope);
    }
    parameters.subi(move.muli(column(scope, stride)));
  }

  private void shrink(NDArray parameters, double[] shares, NDManager scope) {
    NDArray share = column(scope, shares);
    NDArray shrinkage = decay == null ? share : share.mul(decay);
    NDArray left = shrinkage.neg().add(1);
    left.attach(scope);
    parameters.muli(left);
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
