package org.pieceworks.ui.internal.view.users;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;

/**
 * The users that are looked at.
 *
 * @param title which they are, in words
 * @param roles by user id; empty where they take part in no trial
 * @param truth what a generator knows of them
 * @param embeddings by user id; some or none
 */
record UsersData(
    String title,
    Task task,
    List<User> users,
    Map<String, Role> roles,
    Optional<Truth> truth,
    Map<String, float[]> embeddings) {

  /** What a user is for; empty where there is no trial. */
  Optional<Role> role(User user) {
    return Optional.ofNullable(roles.get(user.id()));
  }

  /** The same with other embeddings. */
  UsersData with(Map<String, float[]> others) {
    return new UsersData(title, task, users, roles, truth, others);
  }

  /** The persona that a user has most of, from 0; empty where nobody knows. */
  Optional<Integer> persona(User user) {
    return truth
        .map(known -> known.mixtures().get(user.id()))
        .map(
            mixture -> {
              int best = 0;
              for (int p = 1; p < mixture.length; p++) {
                best = mixture[p] > mixture[best] ? p : best;
              }
              return best;
            });
  }
}
