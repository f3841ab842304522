package org.pieceworks.api.data;

import java.util.List;

/** A person: past items, oldest first, and held-back queries. */
public record User(String id, List<Item> history, List<Item> queries) {

  /** Copies the lists. */
  public User {
    history = List.copyOf(history);
    queries = List.copyOf(queries);
  }

  /** The most recent history items, oldest first; 0: all. */
  public List<Item> recent(int most) {
    int skipped = most > 0 ? Math.max(0, history.size() - most) : 0;
    return history.subList(skipped, history.size());
  }
}
