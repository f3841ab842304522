package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Examples of many members, right-padded and stacked.
 *
 * @param tokens {@code [members, rows, seq]}, int64, padded with 0
 * @param labelPositions {@code [labels]}, int64: where labels are predicted, as flat indices into
 *     members x rows x seq
 * @param labelTargets {@code [labels]}, int64: what is to be predicted there
 * @param labelWeights {@code [labels]}: a label's share among those of its member, so that a
 *     weighted sum is the sum of the members' means
 * @param labelMembers per label its member
 */
public record TokenBatch(
    NDArray tokens,
    NDArray labelPositions,
    NDArray labelTargets,
    NDArray labelWeights,
    int[] labelMembers)
    implements AutoCloseable {

  /** Stacks examples; a member with fewer rows than others gets rows without labels. */
  public static TokenBatch of(List<? extends List<Example>> members, NDManager manager) {
    int rows = Math.max(1, members.stream().mapToInt(List::size).max().orElse(1));
    int seq =
        Math.max(
            1,
            members.stream().flatMap(List::stream).mapToInt(e -> e.input().length).max().orElse(1));
    int labels = members.stream().flatMap(List::stream).mapToInt(Example::labels).sum();
    Builder builder = new Builder(members.size(), rows, seq, labels);
    for (int m = 0; m < members.size(); m++) {
      builder.member(m, members.get(m));
    }
    return builder.build(manager);
  }

  @Override
  public void close() {
    tokens.close();
    labelPositions.close();
    labelTargets.close();
    labelWeights.close();
  }

  private static final class Builder {
    private final int members;
    private final int rows;
    private final int seq;
    private final long[] tokens;
    private final long[] positions;
    private final long[] labels;
    private final float[] weights;
    private final int[] owners;
    private int next;

    Builder(int members, int rows, int seq, int labelCount) {
      this.members = members;
      this.rows = rows;
      this.seq = seq;
      tokens = new long[members * rows * seq];
      positions = new long[labelCount];
      labels = new long[labelCount];
      weights = new float[labelCount];
      owners = new int[labelCount];
    }

    void member(int m, List<? extends Example> examples) {
      double total = examples.stream().mapToDouble(e -> e.labels() * e.weight()).sum();
      for (int r = 0; r < examples.size(); r++) {
        int start = (m * rows + r) * seq;
        Example example = examples.get(r);
        int[] input = example.input();
        for (int t = 0; t < input.length; t++) {
          tokens[start + t] = input[t];
        }
        int[] own = example.positions();
        int[] targets = example.targets();
        for (int i = 0; i < own.length; i++) {
          positions[next] = start + own[i];
          labels[next] = targets[i];
          weights[next] = (float) (example.weight() / total);
          owners[next] = m;
          next++;
        }
      }
    }

    TokenBatch build(NDManager manager) {
      return new TokenBatch(
          manager.create(tokens, new Shape(members, rows, seq)),
          manager.create(positions),
          manager.create(labels),
          manager.create(weights),
          owners);
    }
  }
}
