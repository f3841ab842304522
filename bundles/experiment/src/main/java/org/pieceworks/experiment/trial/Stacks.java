package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.training.TrainingLog;

/** Tensors and logs along the members axis. */
final class Stacks {

  private Stacks() {}

  /** Some members of a tensor {@code [members, ...]}, as a new tensor of a manager. */
  static NDArray rows(NDArray all, int[] members, NDManager manager) {
    try (NDArray index = manager.create(IntStream.of(members).asLongStream().toArray())) {
      NDArray rows = all.get(index);
      rows.attach(manager);
      return rows;
    }
  }

  /** Writes parts, one after the other along the members axis, into a tensor. */
  static void copyInto(NDArray target, List<NDArray> parts) {
    if (parts.size() == 1) {
      parts.get(0).copyTo(target);
      return;
    }
    try (NDArray whole = NDArrays.concat(new NDList(parts), 0)) {
      whole.copyTo(target);
    }
  }

  /** The logs of groups of members that were trained one group after the other. */
  static TrainingLog join(List<TrainingLog> logs) {
    double seconds = logs.stream().mapToDouble(TrainingLog::seconds).sum();
    return new TrainingLog(
        beside(logs.stream().map(TrainingLog::losses).toList()),
        beside(logs.stream().map(TrainingLog::gradientNorms).toList()),
        seconds,
        logs.stream().flatMapToInt(log -> IntStream.of(log.kept())).toArray());
  }

  /** Per step all members' values; a member that had fewer steps has NaN where it rested. */
  private static double[][] beside(List<double[][]> groups) {
    int steps = groups.stream().mapToInt(g -> g.length).max().orElse(0);
    double[][] joined = new double[steps][];
    for (int s = 0; s < steps; s++) {
      List<Double> values = new ArrayList<>();
      for (double[][] group : groups) {
        int members = group.length == 0 ? 0 : group[0].length;
        for (int m = 0; m < members; m++) {
          values.add(s < group.length ? group[s][m] : Double.NaN);
        }
      }
      joined[s] = values.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return joined;
  }
}
