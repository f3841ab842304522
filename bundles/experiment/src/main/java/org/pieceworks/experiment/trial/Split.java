package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.spec.SplitSettings;
import org.pieceworks.storage.Hashes;

/**
 * Disjoint users, each part in data set order.
 *
 * @param base whose data adapts the base model to the task
 * @param candidates who may share
 * @param targets who are served
 */
public record Split(List<User> base, List<User> candidates, List<User> targets) {

  /** Copies the lists. */
  public Split {
    base = List.copyOf(base);
    candidates = List.copyOf(candidates);
    targets = List.copyOf(targets);
  }

  /**
   * Splits a data set by lot. Users are ranked by a hash of the seed and their id, then dealt to
   * targets, base users and candidates in this order, so that another number of candidates changes
   * neither the targets nor the base model. Targets are dealt only users who have a query; what is
   * kept of each user is cut to the most recent history items and the first queries.
   *
   * @throws BadInputException if the data set has too few users
   */
  public static Split of(Dataset dataset, SplitSettings sizes, long seed) {
    int least = Math.max(1, sizes.minHistory());
    List<User> ranked = ranked(dataset, least, seed);
    List<User> targets =
        ranked.stream().filter(u -> !u.queries().isEmpty()).limit(sizes.targets()).toList();
    List<User> rest = new ArrayList<>(ranked);
    rest.removeAll(targets);
    int others = sizes.base() + sizes.candidates();
    if (targets.size() < sizes.targets() || rest.size() < others) {
      throw BadInputException.of(
          "split",
          "base %d, candidates %d, targets %d"
              .formatted(sizes.base(), sizes.candidates(), sizes.targets()),
          "at most %d users together: so many of the data set's %d have a history of %d or more"
              .formatted(ranked.size(), dataset.users().size(), least));
    }
    return new Split(
        inOrder(dataset, rest.subList(0, sizes.base()), sizes),
        inOrder(dataset, rest.subList(sizes.base(), others), sizes),
        inOrder(dataset, targets, sizes));
  }

  private static List<User> ranked(Dataset dataset, int least, long seed) {
    Map<String, User> byHash = new TreeMap<>();
    for (User user : dataset.users()) {
      if (user.history().size() >= least) {
        byHash.put(Hashes.sha256OfStrings("split", String.valueOf(seed), user.id()), user);
      }
    }
    return List.copyOf(byHash.values());
  }

  private static List<User> inOrder(Dataset dataset, List<User> drawn, SplitSettings sizes) {
    Set<String> ids = new HashSet<>(Users.ids(drawn));
    return dataset.users().stream()
        .filter(user -> ids.contains(user.id()))
        .map(user -> cut(user, sizes))
        .toList();
  }

  private static User cut(User user, SplitSettings sizes) {
    List<Item> queries = user.queries();
    int kept =
        sizes.maxQueries() > 0 ? Math.min(queries.size(), sizes.maxQueries()) : queries.size();
    return new User(user.id(), user.recent(sizes.maxHistory()), queries.subList(0, kept));
  }
}
