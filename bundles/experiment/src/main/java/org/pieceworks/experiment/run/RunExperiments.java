package org.pieceworks.experiment.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;

/** The experiments that runs were made of, read again from what the run store kept of them. */
@Component(service = RunExperiments.class)
public final class RunExperiments {

  private static final String OVERRIDE = "# --set ";
  private static final String SEEDS = "# seeds ";
  private static final String EXPERIMENTS = "experiments";

  private final RunStore runs;
  private final ExperimentFiles files;

  /** Takes the runs of this machine. */
  @Activate
  public RunExperiments(@Reference RunStore runs, @Reference ExperimentFiles files) {
    this.runs = runs;
    this.files = files;
  }

  /**
   * The experiment of a run, as it was run.
   *
   * @throws org.pieceworks.api.BadInputException if a plug-in that it names is not there any more
   */
  public Experiment of(StoredRun run) {
    List<String> overrides = new ArrayList<>();
    String source = run.source();
    while (source.startsWith(OVERRIDE)) {
      int end = source.indexOf('\n');
      overrides.add(source.substring(OVERRIDE.length(), end));
      source = source.substring(end + 1);
    }
    if (source.startsWith(SEEDS)) {
      source = source.substring(source.indexOf('\n') + 1);
    }
    return files.read(
        folder(run).resolve(run.name().replaceAll("[^\\w. -]", "-") + ".yaml"),
        source,
        overrides,
        Optional.of(run.seeds()),
        device(run));
  }

  private Path folder(StoredRun run) {
    return runs.folder(run.id()).orElseGet(RunExperiments::likely);
  }

  /** Older versions did not keep it: most start the workbench beside their experiments. */
  private static Path likely() {
    Path here = Path.of("").toAbsolutePath();
    Path beside = here.resolve(EXPERIMENTS);
    return Files.isDirectory(beside) ? beside : here;
  }

  private static Optional<String> device(StoredRun run) {
    return run.done().stream()
        .findFirst()
        .flatMap(StoredTrial::result)
        .map(result -> result.provenance().device());
  }
}
