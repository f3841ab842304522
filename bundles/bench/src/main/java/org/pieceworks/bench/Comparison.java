package org.pieceworks.bench;

import java.util.List;
import org.pieceworks.api.Progress;

/** Work that both sides do. */
interface Comparison {

  /** The lines of the report that it can give. */
  List<String> lines();

  /**
   * Does one line's work on both sides in turn.
   *
   * @throws org.pieceworks.api.BadInputException if the two do not compute the same
   */
  Measurement measure(String line, Contest contest, Progress progress);
}
