package org.pieceworks.parity.golden;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.Example;

/** Rows of token ids and labels, where label 0 means ignored, as examples. */
public final class TokenRows {

  private TokenRows() {}

  /**
   * One example per row, padding and all.
   *
   * @param prefix {@code prefix.input_ids} and {@code prefix.labels} are the tensors; without
   *     prefix where it is empty
   * @param vocabulary ids must be below it
   */
  public static List<Example> read(VectorFile file, String prefix, int vocabulary) {
    String idsName = prefix + "input_ids";
    String labelsName = prefix + "labels";
    NDArray ids = file.get(idsName, -1, -1);
    int rows = (int) ids.getShape().get(0);
    int seq = (int) ids.getShape().get(1);
    file.get(labelsName, rows, seq);
    long[] tokens = file.longs(idsName);
    long[] labels = file.longs(labelsName);
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int[] own = new int[seq];
      boolean[] labelled = new boolean[seq];
      for (int t = 0; t < seq; t++) {
        int at = row * seq + t;
        own[t] = id(tokens[at], vocabulary, file, idsName);
        labelled[t] = t > 0 && labels[at] != 0;
        if (labels[at] != 0 && labels[at] != tokens[at]) {
          throw BadInputException.of(
              file.where(labelsName) + " at [" + row + ", " + t + "]",
              Long.toString(labels[at]),
              "0 or the token there, " + tokens[at]);
        }
      }
      examples.add(new AnswerExample(own, labelled));
    }
    return examples;
  }

  private static int id(long token, int vocabulary, VectorFile file, String name) {
    if (token < 0 || token >= vocabulary) {
      throw BadInputException.of(
          file.where(name), "token id " + token, "ids from 0 to " + (vocabulary - 1));
    }
    return (int) token;
  }
}
