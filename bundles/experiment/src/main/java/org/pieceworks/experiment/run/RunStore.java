package org.pieceworks.experiment.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The runs that were made on this machine, with their results. */
@ProviderType
public interface RunStore {

  /** All runs, newest first. */
  List<RunSummary> list();

  /**
   * A run with its results.
   *
   * @param reference its id or an unambiguous beginning of it, {@code last} for the newest, or the
   *     directory that its results were written to
   * @throws org.pieceworks.api.BadInputException if there is no such run
   */
  StoredRun find(String reference);

  /**
   * The folder of the experiment file that a run was made of; empty where it is not known, as of
   * runs of older versions.
   *
   * @param run its id
   */
  default Optional<Path> folder(String run) {
    return Optional.empty();
  }
}
