package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;

/**
 * Scores every label as the answer of a query: an encoder's head does it at once, a decoder says
 * how likely it would write each.
 */
record LabelScorer(ServedModel served, int labels) {

  /**
   * The log-probabilities of labels, a decoder's of the label's whole text.
   *
   * @param queries per member
   * @param adaptation over the same members
   * @return per member {@code [queries][labels]}
   */
  List<double[][]> score(List<List<Item>> queries, Adaptation adaptation, Progress progress) {
    List<List<Example>> examples =
        queries.stream()
            .map(own -> own.stream().flatMap(q -> served.encoder().candidates(q).stream()).toList())
            .toList();
    List<List<double[]>> rows = new ArrayList<>();
    examples.forEach(own -> rows.add(new ArrayList<>()));
    int longest =
        examples.stream().flatMap(List::stream).mapToInt(e -> e.tokens().length).max().orElse(1);
    int most = examples.stream().mapToInt(List::size).max().orElse(0);
    long tokens = Budget.passTokens(served.model().config());
    int step = (int) Math.max(1, tokens / ((long) examples.size() * longest));
    for (int from = 0; from < most; from += step) {
      progress.checkCancelled();
      pass(slice(examples, from, step), adaptation, rows);
    }
    return rows.stream().map(this::perQuery).toList();
  }

  private static List<List<Example>> slice(List<List<Example>> examples, int from, int count) {
    List<List<Example>> slice = new ArrayList<>();
    for (List<Example> own : examples) {
      int size = own.size();
      slice.add(own.subList(Math.min(from, size), Math.min(from + count, size)));
    }
    return slice;
  }

  /** Adds what one pass gives of each example: all labels of an encoder's, one of a decoder's. */
  private void pass(
      List<List<Example>> examples, Adaptation adaptation, List<List<double[]>> rows) {
    boolean encoder = served.model() instanceof Encoder;
    try (NDManager scope = served.model().manager().newSubManager();
        TokenBatch batch = TokenBatch.of(examples, scope)) {
      NDArray states = served.model().labelStates(batch, adaptation);
      NDArray logs = served.model().logits(states).logSoftmax(1);
      int width = encoder ? labels : 1;
      NDArray wanted = encoder ? logs : logs.gather(batch.labelTargets().reshape(-1, 1), 1);
      float[] values = wanted.toFloatArray();
      int next = 0;
      for (int m = 0; m < examples.size(); m++) {
        for (Example example : examples.get(m)) {
          double[] sums = new double[width];
          for (int i = 0; i < example.labels(); i++) {
            for (int w = 0; w < width; w++) {
              sums[w] += values[next++];
            }
          }
          rows.get(m).add(sums);
        }
      }
    }
  }

  private double[][] perQuery(List<double[]> rows) {
    double[] flat = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    double[][] scores = new double[flat.length / labels][];
    Arrays.setAll(scores, q -> Arrays.copyOfRange(flat, q * labels, (q + 1) * labels));
    return scores;
  }
}
