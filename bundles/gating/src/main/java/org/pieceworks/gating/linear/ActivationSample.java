package org.pieceworks.gating.linear;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.gating.SlotActivations;

/** Normalized activations of sharers at one slot, each with its weight; a sharer's sum to one. */
final class ActivationSample {

  /**
   * One activation.
   *
   * @param sharer from 0
   * @param values {@code [in]}
   */
  record Activation(int sharer, float[] values, double weight) {}

  private final int most;
  private final List<Activation> activations = new ArrayList<>();
  private int sharers;

  /**
   * Creates an empty sample.
   *
   * @param most of each sharer; 0: all
   */
  ActivationSample(int most) {
    this.most = most;
  }

  List<Activation> activations() {
    return activations;
  }

  /** Adds the next sharers. */
  void add(SlotActivations seen) {
    int members = (int) seen.weights().getShape().get(0);
    int positions = (int) seen.weights().getShape().get(1);
    int in = (int) seen.inputs().getShape().get(2);
    float[] weights = seen.weights().toFloatArray();
    float[] values;
    try (NDArray normalized = SlotActivations.normalize(seen.inputs())) {
      values = normalized.toFloatArray();
    }
    for (int m = 0; m < members; m++) {
      List<Integer> chosen = chosen(weights, m * positions, positions);
      double sum = chosen.stream().mapToDouble(i -> weights[i]).sum();
      for (int i : chosen) {
        activations.add(
            new Activation(
                sharers, Arrays.copyOfRange(values, i * in, (i + 1) * in), weights[i] / sum));
      }
      sharers++;
    }
  }

  /** The places of one member's activations that have a weight, or of some of them. */
  private List<Integer> chosen(float[] weights, int from, int positions) {
    List<Integer> all = new ArrayList<>();
    for (int i = from; i < from + positions; i++) {
      if (weights[i] > 0) {
        all.add(i);
      }
    }
    if (most == 0 || all.size() <= most) {
      return all;
    }
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * all.size() / most)));
    }
    return some;
  }
}
