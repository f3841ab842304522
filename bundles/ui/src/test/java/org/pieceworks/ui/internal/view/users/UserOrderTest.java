package org.pieceworks.ui.internal.view.users;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;
import org.pieceworks.ui.Texts;

class UserOrderTest {

  private static final Task TASK =
      new Task("tagging", TaskKind.CLASSIFICATION, List.of("love", "sport"), "{input}");

  private static User user(String id, int items, int queries, String label) {
    Item item = new Item("", "words", label);
    return new User(id, Collections.nCopies(items, item), Collections.nCopies(queries, item));
  }

  private static UsersData data() {
    return new UsersData(
        "some",
        TASK,
        List.of(user("cy", 3, 1, "love"), user("Ann", 2, 5, "sport"), user("bo", 3, 0, "love")),
        Map.of("cy", Role.TARGET, "Ann", Role.BASE, "bo", Role.SHARER),
        Optional.of(
            new Truth(
                Map.of("cy", new double[] {0.2, 0.8}, "Ann", new double[] {1, 0}),
                Map.of(),
                Map.of())),
        Map.of("cy", new float[] {0, 1}, "Ann", new float[] {5, 1}, "bo", new float[] {0, 2}));
  }

  @Test
  void usersAreFoundByAPartOfTheirIdWhateverItsCase() {
    assertArrayEquals(new int[] {1}, UserOrder.ALL.of("an", null).rows(data()));
  }

  @Test
  void usersAreFoundByTheirRole() {
    assertArrayEquals(new int[] {0}, UserOrder.ALL.of("", Role.TARGET).rows(data()));
  }

  @Test
  void usersWithAsManyItemsStayAsTheyCome() {
    assertArrayEquals(new int[] {1, 0, 2}, UserOrder.ALL.by(UserColumn.HISTORY, true).rows(data()));
    assertArrayEquals(
        new int[] {0, 2, 1}, UserOrder.ALL.by(UserColumn.HISTORY, false).rows(data()));
  }

  @Test
  void aUserGoesByThePersonaThatTheyHaveMostOf() {
    assertEquals(Optional.of(1), data().persona(data().users().get(0)));
    assertEquals(Optional.empty(), data().persona(data().users().get(2)));
  }

  @Test
  void pointsAreColouredByRole() {
    Plane plane = Plane.of(data().embeddings());
    Colouring colouring = Colouring.of(plane, data(), Colouring.By.ROLE, Texts.of(UsersView.class));
    int ann = plane.ids().indexOf("Ann");
    assertEquals("base", colouring.names().get(colouring.group()[ann]));
  }

  @Test
  void sharesOfLabelsAreOfHistoriesAlone() {
    UserDetails.Summary summary = UserDetails.Summary.of(data());
    assertEquals(75, summary.shares().get("love"));
    assertEquals(25, summary.shares().get("sport"));
  }
}
