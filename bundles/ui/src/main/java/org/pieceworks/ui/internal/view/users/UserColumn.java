package org.pieceworks.ui.internal.view.users;

import java.util.Comparator;
import java.util.Locale;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;

/** The columns of the list of users. */
enum UserColumn {
  ID,
  ROLE,
  HISTORY,
  QUERIES;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Class<?> type() {
    return this == ID || this == ROLE ? String.class : Integer.class;
  }

  /** How many items a user has in a column that counts them. */
  int count(User user) {
    return this == HISTORY ? user.history().size() : user.queries().size();
  }

  /** The order of users by this column, as their places. */
  Comparator<Integer> order(UsersData data) {
    return switch (this) {
      case ID -> Comparator.comparing(u -> data.users().get(u).id());
      case ROLE ->
          Comparator.comparing(u -> data.role(data.users().get(u)).map(Role::ordinal).orElse(-1));
      default -> Comparator.comparing(u -> count(data.users().get(u)));
    };
  }
}
