package org.pieceworks.api.method;

import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.data.Task;

/** One way to serve target users. */
@ConsumerType
public interface Method<O extends Record> extends Plugin<O> {

  /** Whether it can serve on a task. */
  default boolean appliesTo(Task task) {
    return true;
  }

  /** Prepares to serve all targets; the queries are answered afterwards with what it returns. */
  Serving prepare(MethodContext context, O options);
}
