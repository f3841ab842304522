package org.pieceworks.ui.internal.view.users;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;
import org.pieceworks.ui.Texts;

/**
 * Which group each point of a plane belongs to.
 *
 * @param names of the groups
 * @param group per point, an index into the names
 */
record Colouring(List<String> names, int[] group) {

  /** What points are coloured by. */
  enum By {
    /** What a user is for. */
    ROLE,
    /** Groups of embeddings that are near each other. */
    CLUSTER,
    /** The latent persona that a generated user has most of. */
    PERSONA
  }

  /** Told apart by nearly everybody, on light and dark ground (after Okabe and Ito). */
  private static final int[] COLOURS = {
    0x0086CC, 0xE69F00, 0x00A87B, 0xCC79A7, 0x8C8C8C, 0xD55E00, 0x7C6BD6, 0xA3A500
  };

  static Color colour(int group) {
    return new Color(COLOURS[group % COLOURS.length]);
  }

  /** Colours the points of a plane. */
  static Colouring of(Plane plane, UsersData data, By by, Texts texts) {
    Map<String, User> users = new HashMap<>();
    data.users().forEach(user -> users.put(user.id(), user));
    int[] group = new int[plane.ids().size()];
    List<String> names = new ArrayList<>();
    for (int u = 0; u < group.length; u++) {
      User user = users.get(plane.ids().get(u));
      int number =
          switch (by) {
            case ROLE -> data.role(user).orElse(Role.UNUSED).ordinal();
            case CLUSTER -> plane.clusters()[u];
            case PERSONA -> data.persona(user).orElse(0);
          };
      while (names.size() <= number) {
        names.add(name(by, names.size(), texts));
      }
      group[u] = number;
    }
    return new Colouring(names, group);
  }

  private static String name(By by, int number, Texts texts) {
    return by == By.ROLE
        ? texts.get("role." + Role.values()[number])
        : texts.get("group." + by, number + 1);
  }
}
