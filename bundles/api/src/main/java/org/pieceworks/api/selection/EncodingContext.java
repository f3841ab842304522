package org.pieceworks.api.selection;

import java.util.List;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;

/**
 * Whose histories are embedded, and by what.
 *
 * @param base the base users; empty unless {@link HistoryEncoder#readsBase}
 * @param model the one that {@link HistoryEncoder#reads} names; otherwise the base model, adapted
 *     to the task
 */
public record EncodingContext(
    List<User> users, List<User> base, Task task, BaseModel model, Progress progress) {

  /** Copies the lists. */
  public EncodingContext {
    users = List.copyOf(users);
    base = List.copyOf(base);
  }
}
