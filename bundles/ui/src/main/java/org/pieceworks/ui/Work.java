package org.pieceworks.ui;

import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Progress;

/** Something that takes time. */
@FunctionalInterface
@ConsumerType
public interface Work<T> {

  /**
   * Does it, on a thread of its own.
   *
   * @param progress says how far it is and throws once its user has cancelled it
   */
  T run(Progress progress) throws Exception;
}
