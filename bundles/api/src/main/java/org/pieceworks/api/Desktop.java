package org.pieceworks.api;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The workbench as a window. */
@ProviderType
public interface Desktop {

  /**
   * Shows the window and returns when its user has closed it.
   *
   * @param files to be opened: experiment files
   * @return the exit code
   * @throws BadInputException if there is no display
   * @throws CancelledException if the thread is interrupted; the window is gone then
   */
  int show(List<Path> files);
}
