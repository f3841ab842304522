package org.pieceworks.ui.internal.view.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.internal.view.experiments.ExperimentsView.Found;

/**
 * An experiment file with its runs.
 *
 * @param file none for the runs of which no file is left
 * @param runs newest first
 */
record ExperimentGroup(Optional<Path> file, List<RunSummary> runs) {

  /** Copies the runs. */
  ExperimentGroup {
    runs = List.copyOf(runs);
  }

  /**
   * Groups what was found.
   *
   * @param filter part of a file's name, or of the name of a run; empty for all
   */
  static List<ExperimentGroup> of(Found found, String filter) {
    List<ExperimentGroup> groups = new ArrayList<>();
    List<RunSummary> left = new ArrayList<>(found.runs());
    for (Path file : found.files()) {
      String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
      List<RunSummary> own = left.stream().filter(run -> run.name().equals(name)).toList();
      left.removeIf(run -> run.name().equals(name));
      groups.add(new ExperimentGroup(Optional.of(file), own));
    }
    if (!left.isEmpty()) {
      groups.add(new ExperimentGroup(Optional.empty(), left));
    }
    String wanted = filter.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? groups
        : groups.stream().map(group -> group.only(wanted)).flatMap(Optional::stream).toList();
  }

  /** All of it where its file is called so, else those of its runs that are. */
  private Optional<ExperimentGroup> only(String wanted) {
    if (file.map(path -> says(path.getFileName().toString(), wanted)).orElse(false)) {
      return Optional.of(this);
    }
    List<RunSummary> some = runs.stream().filter(run -> says(run.id(), wanted)).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(new ExperimentGroup(file, some));
  }

  private static boolean says(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
