package org.pieceworks.ui.internal.view.users;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;

/**
 * Which users are listed, and in what order.
 *
 * @param part of the id, in lower case; empty: all
 * @param role null: all
 */
record UserOrder(String part, Role role, UserColumn column, boolean ascending) {

  /** All, as they come. */
  static final UserOrder ALL = new UserOrder("", null, UserColumn.ID, true);

  UserOrder by(UserColumn other, boolean up) {
    return new UserOrder(part, role, other, up);
  }

  UserOrder of(String ofPart, Role ofRole) {
    return new UserOrder(ofPart, ofRole, column, ascending);
  }

  /** The places of the users that are listed, in order; equal ones as they come. */
  int[] rows(UsersData data) {
    List<User> users = data.users();
    Comparator<Integer> order = column.order(data);
    return IntStream.range(0, users.size())
        .filter(u -> users.get(u).id().toLowerCase(Locale.ROOT).contains(part))
        .filter(u -> role == null || data.role(users.get(u)).filter(role::equals).isPresent())
        .boxed()
        .sorted(ascending ? order : order.reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
