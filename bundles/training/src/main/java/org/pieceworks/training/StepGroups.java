package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;

/**
 * Which members of a step pass through the model together. Small groups leave time to the calls
 * between operations, large ones push every activation out of the processor's cache: members of
 * like length share a group of about the size that was measured to be fastest. It depends on the
 * examples and the model alone, so that the same training gives the same numbers.
 *
 * @param groups members with examples, each in one group
 * @param members all, those that rest too
 */
record StepGroups(List<int[]> groups, int members) {

  /** Numbers of one state of a group: positions times the model's width. */
  private static final long NUMBERS = 1L << 19;

  /** The same on a GPU, which is idle below it. */
  private static final long NUMBERS_OF_GPU = 1L << 25;

  /** Groups members by the examples of a step. */
  static StepGroups of(List<List<Example>> examples, BaseModel model) {
    boolean gpu = model.manager().getDevice().isGpu();
    return of(examples, (gpu ? NUMBERS_OF_GPU : NUMBERS) / model.config().width());
  }

  /**
   * Groups of so many padded positions at most; a member with more passes alone.
   *
   * @param positions members x rows x tokens
   */
  static StepGroups of(List<List<Example>> examples, long positions) {
    int[] active =
        IntStream.range(0, examples.size()).filter(m -> !examples.get(m).isEmpty()).toArray();
    if (positions(examples, active) <= positions) {
      return new StepGroups(active.length == 0 ? List.of() : List.of(active), examples.size());
    }
    int[] byLength =
        Arrays.stream(active)
            .boxed()
            .sorted(Comparator.comparingInt(m -> longest(examples.get(m))))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= byLength.length; to++) {
      boolean full =
          to == byLength.length
              || positions(examples, Arrays.copyOfRange(byLength, from, to + 1)) > positions;
      if (full) {
        groups.add(Arrays.copyOfRange(byLength, from, to));
        from = to;
      }
    }
    return new StepGroups(groups, examples.size());
  }

  private static long positions(List<List<Example>> examples, int[] members) {
    long rows = 0;
    long longest = 0;
    for (int m : members) {
      rows = Math.max(rows, examples.get(m).size());
      longest = Math.max(longest, longest(examples.get(m)));
    }
    return members.length * rows * longest;
  }

  private static int longest(List<Example> examples) {
    return examples.stream().mapToInt(e -> e.tokens().length).max().orElse(0);
  }

  /**
   * The groups' rows as those of all members.
   *
   * @param parts per group {@code [its members, numbers]}
   * @param like {@code [members, numbers]}
   * @return the same shape, zero for members that rest
   */
  NDArray inOrder(NDList parts, NDArray like, NDManager scope) {
    int[] order = groups.stream().flatMapToInt(Arrays::stream).toArray();
    if (groups.size() == 1 && order.length == members) {
      return parts.head(); // a single group keeps the members' order
    }
    long[] places = new long[members];
    Arrays.fill(places, order.length);
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    NDList rows = new NDList(parts);
    rows.add(scope.zeros(new Shape(1, like.getShape().get(1))));
    try (NDArray together = NDArrays.concat(rows, 0);
        NDArray index = scope.create(places)) {
      NDArray all = together.get(index);
      all.attach(scope);
      return all;
    }
  }

  /** Some members' rows as a tensor of their own: {@code [these members, ...]}. */
  static NDArray copied(NDArray all, int[] members, NDManager scope) {
    NDArray rows = whole(all, members) ? all.duplicate() : some(all, members, scope);
    rows.attach(scope);
    return rows;
  }

  /** The same to read only: the tensor itself where it is that of these members. */
  static NDArray seen(NDArray all, int[] members, NDManager scope) {
    if (whole(all, members)) {
      return all;
    }
    NDArray rows = some(all, members, scope);
    rows.attach(scope);
    return rows;
  }

  /** A group of all members has them in their order. */
  private static boolean whole(NDArray all, int[] members) {
    return members.length == all.getShape().get(0);
  }

  private static NDArray some(NDArray all, int[] members, NDManager scope) {
    try (NDArray index = scope.create(Arrays.stream(members).asLongStream().toArray())) {
      return all.get(index);
    }
  }
}
