package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Bank;

/** Histories and adapters as tensors, the way usual code has them. */
final class PeerRows {

  /** What says that nothing is predicted at a position. */
  private static final int IGNORED = -100;

  private PeerRows() {}

  /**
   * {@code rows} and {@code labels}, {@code [members, rows, seq]} each, all of one length: a label
   * beside every position.
   */
  static Map<String, NDArray> of(List<List<Example>> histories, NDManager manager) {
    int members = histories.size();
    int rows = histories.get(0).size();
    int seq = histories.get(0).get(0).input().length;
    long[] tokens = new long[members * rows * seq];
    long[] labels = new long[tokens.length];
    Arrays.fill(labels, IGNORED);
    int start = 0;
    for (List<Example> own : histories) {
      for (Example example : own) {
        int[] input = example.input();
        for (int t = 0; t < seq; t++) {
          tokens[start + t] = input[t];
        }
        int[] positions = example.positions();
        int[] targets = example.targets();
        for (int i = 0; i < positions.length; i++) {
          labels[start + positions[i]] = targets[i];
        }
        start += seq;
      }
    }
    Shape shape = new Shape(members, rows, seq);
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    tensors.put("rows", manager.create(tokens, shape));
    tensors.put("labels", manager.create(labels, shape));
    return tensors;
  }

  /** A bank of one as tensors without a members axis, by flat name. */
  static Map<String, NDArray> one(Bank bank, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    bank.flat()
        .forEach(
            (name, array) -> {
              NDArray one = array.squeeze(0);
              one.attach(manager);
              tensors.put(name, one);
            });
    return tensors;
  }
}
