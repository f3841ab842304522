package org.pieceworks.experiment.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;

/** How often each label is the answer. */
public final class LabelCounts {

  private LabelCounts() {}

  /**
   * One label.
   *
   * @param histories history items that have it
   * @param queries queries that have it
   * @param known whether it is among the task's
   */
  public record Count(String label, long histories, long queries, boolean known) {}

  /** Over all users: the task's labels in its order, then what else stands in their place. */
  public static List<Count> of(Dataset dataset) {
    return of(dataset.task(), dataset.users());
  }

  /** Over some users of a task. */
  public static List<Count> of(Task task, Collection<User> users) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    task.labels().forEach(label -> counts.put(label, new long[2]));
    for (User user : users) {
      user.history().forEach(item -> count(counts, item, 0));
      user.queries().forEach(item -> count(counts, item, 1));
    }
    List<Count> list = new ArrayList<>();
    counts.forEach(
        (label, count) ->
            list.add(new Count(label, count[0], count[1], task.labels().contains(label))));
    return list;
  }

  private static void count(Map<String, long[]> counts, Item item, int column) {
    counts.computeIfAbsent(item.output(), s -> new long[2])[column]++;
  }
}
