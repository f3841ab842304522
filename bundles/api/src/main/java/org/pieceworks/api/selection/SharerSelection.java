package org.pieceworks.api.selection;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;

/** Selects the sharers among the candidates. */
@ConsumerType
public interface SharerSelection<O extends Record> extends Plugin<O> {

  /** Whether it is a control, which is told who will be served and the truth about everybody. */
  default boolean readsTruth() {
    return false;
  }

  /**
   * The sharers as indices into the candidates, ascending, each once; at most as many as wanted.
   *
   * @throws org.pieceworks.api.BadInputException if the candidates do not allow it
   */
  List<Integer> select(SelectionContext context, O options);
}
