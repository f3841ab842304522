package org.pieceworks.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;

/** Reads the project's ready experiments and lists each with the number of its trials. */
public final class ReadyExperimentsProbe implements Callable<String> {

  /** What optional features bring is not there. */
  private static final String PLAIN = "model.pretrained=";

  @Override
  public String call() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ReadyExperimentsProbe::line)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String line(Path file) {
    Experiment experiment =
        Services.get(ExperimentFiles.class)
            .read(file, List.of(PLAIN), Optional.empty(), Optional.empty());
    return file.getFileName() + ": " + experiment.name() + ", " + experiment.trials();
  }
}
