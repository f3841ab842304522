package org.pieceworks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.Example;
import org.pieceworks.lib.djl.Djl;

class StepGroupsTest {

  @Test
  void fewMembersPassTogetherInTheirOrder() {
    StepGroups groups = StepGroups.of(List.of(rows(2, 9), rows(1, 4), rows(3, 5)), 81);
    assertEquals(1, groups.groups().size());
    assertArrayEquals(new int[] {0, 1, 2}, groups.groups().get(0));
  }

  @Test
  void manyMembersPassWithThoseOfLikeLengthAndNoGroupIsTooLarge() {
    List<List<Example>> examples = new ArrayList<>();
    for (int m = 0; m < 10; m++) {
      examples.add(m == 4 ? List.of() : rows(2, m % 2 == 0 ? 4 : 40));
    }
    StepGroups groups = StepGroups.of(examples, 200);
    for (int[] group : groups.groups()) {
      int longest = Arrays.stream(group).map(m -> longest(examples.get(m))).max().orElse(0);
      assertTrue(group.length * 2 * longest <= 200, Arrays.toString(group));
    }
    assertArrayEquals(new int[] {0, 2, 6, 8}, groups.groups().get(0));
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 5, 6, 7, 8, 9},
        groups.groups().stream().flatMapToInt(Arrays::stream).sorted().toArray());
  }

  @Test
  void aMemberThatIsTooLargePassesAlone() {
    StepGroups groups = StepGroups.of(List.of(rows(2, 90), rows(2, 91)), 100);
    assertEquals(2, groups.groups().size());
  }

  @Test
  void partsComeBackInTheMembersOrderAndRestingOnesAreZero() {
    StepGroups groups = new StepGroups(List.of(new int[] {3, 0}, new int[] {1}), 4);
    try (NDManager manager = new Djl().engine().newBaseManager()) {
      NDArray like = manager.zeros(new Shape(4, 2));
      NDArray first = manager.create(new float[] {30, 31, 0, 1}, new Shape(2, 2));
      NDArray second = manager.create(new float[] {10, 11}, new Shape(1, 2));
      NDArray all = groups.inOrder(new NDList(first, second), like, manager);
      assertArrayEquals(new float[] {0, 1, 10, 11, 0, 0, 30, 31}, all.toFloatArray());
    }
  }

  private static int longest(List<Example> examples) {
    return examples.stream().mapToInt(e -> e.tokens().length).max().orElse(0);
  }

  private static List<Example> rows(int count, int tokens) {
    return IntStream.range(0, count)
        .mapToObj(i -> (Example) AnswerExample.of(new int[tokens - 1], new int[] {1}))
        .toList();
  }
}
