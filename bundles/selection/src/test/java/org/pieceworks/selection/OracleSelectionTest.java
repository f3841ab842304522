package org.pieceworks.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;

class OracleSelectionTest {

  private static final List<User> CANDIDATES =
      List.of(user("mix"), user("left"), user("right"), user("other"));
  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "mix", new double[] {0.5, 0.5, 0},
              "left", new double[] {1, 0, 0},
              "right", new double[] {0, 1, 0},
              "other", new double[] {0, 0, 1},
              "l", new double[] {1, 0, 0},
              "r", new double[] {0, 1, 0}),
          Map.of(),
          Map.of());

  private static User user(String id) {
    return new User(id, List.of(), List.of());
  }

  private static List<Integer> select(int count, Optional<Truth> truth) {
    return new OracleSelection()
        .select(
            new SelectionContext(
                CANDIDATES, () -> new float[0][], count, 0, List.of("l", "r"), truth),
            new NoOptions());
  }

  @Test
  void whoeverIsLikeMostTargetsIsFirst() {
    assertEquals(List.of(0), select(1, Optional.of(TRUTH)));
    assertEquals(List.of(0, 1), select(2, Optional.of(TRUTH)));
    assertEquals(List.of(0, 1, 2), select(3, Optional.of(TRUTH)));
  }

  @Test
  void realDataHasNoTruth() {
    BadInputException error =
        assertThrows(BadInputException.class, () -> select(1, Optional.empty()));
    assertTrue(error.getMessage().contains("personas"), error.getMessage());
  }
}
