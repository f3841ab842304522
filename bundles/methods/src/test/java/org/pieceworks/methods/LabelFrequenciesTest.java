package org.pieceworks.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;

class LabelFrequenciesTest {

  private final LabelFrequencies frequencies =
      new LabelFrequencies(List.of("red", "blue"), new double[] {0.25, 0.75});

  private static User user(int red, int blue) {
    List<Item> items =
        IntStream.range(0, red + blue)
            .mapToObj(i -> new Item("i" + i, "text", i < red ? "Red " : "blue"))
            .toList();
    return new User("ann", items, List.of());
  }

  @Test
  void aUserLikeTheBaseUsersIsNotShifted() {
    double[] bias = frequencies.bias(List.of(user(2, 6)), 10)[0];
    assertEquals(0, bias[0], 1e-12);
    assertEquals(0, bias[1], 1e-12);
  }

  @Test
  void aLabelGivenMoreOftenIsShiftedUpByItsSmoothedShare() {
    double[] bias = frequencies.bias(List.of(user(10, 0)), 10)[0];
    assertEquals(Math.log((10 + 2.5) / 20 / 0.25), bias[0], 1e-12);
    assertTrue(bias[1] < 0);
  }

  @Test
  void aUserWithoutHistoryIsNotShifted() {
    assertEquals(0, frequencies.bias(List.of(user(0, 0)), 10)[0][0], 1e-12);
  }
}
