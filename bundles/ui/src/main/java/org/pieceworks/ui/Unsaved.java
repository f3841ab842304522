package org.pieceworks.ui;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What of a view would be lost with the window. Before that closes its user is asked about all such
 * things at once. All is called on the event thread.
 */
@ConsumerType
public interface Unsaved {

  /** What is not saved, each as its user knows it; none: there is nothing to be asked. */
  List<String> names();

  /**
   * Saves all of it.
   *
   * @param then to be called on the event thread once all is saved, and not at all where something
   *     cannot be: the window stays open then, and the view says why
   */
  void save(Runnable then);

  /**
   * Lets go of it for good, as the last thing before the window closes: nothing of it comes back
   * with the next one. What views keep against a crash goes, too.
   */
  default void discard() {}
}
