package org.pieceworks.experiment.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;

class BinsTest {

  @Test
  void binsAreFewRoundAndHoldAll() {
    Bins bins = Bins.of(new int[] {12, 15, 29, 31, 77});
    assertEquals(10, bins.width());
    assertEquals("10-19", bins.range(0));
    assertArrayEquals(new int[] {2, 1, 1, 0, 0, 0, 1}, bins.counts());
  }

  @Test
  void ofOneValueThereIsOneBin() {
    Bins bins = Bins.of(new int[] {7, 7});
    assertEquals("7", bins.range(0));
    assertArrayEquals(new int[] {2}, bins.counts());
  }

  @Test
  void whatIsNoLabelOfTheTaskIsCountedAfterThoseThatAre() {
    Task task = new Task("t", TaskKind.CLASSIFICATION, List.of("a", "b"), "{input}");
    User user =
        new User(
            "u",
            List.of(new Item("1", "x", "c"), new Item("2", "x", "a")),
            List.of(new Item("3", "x", "a")));
    assertEquals(
        List.of(
            new LabelCounts.Count("a", 1, 1, true),
            new LabelCounts.Count("b", 0, 0, true),
            new LabelCounts.Count("c", 1, 0, false)),
        LabelCounts.of(task, List.of(user)));
  }
}
