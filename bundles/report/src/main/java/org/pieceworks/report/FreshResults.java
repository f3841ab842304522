package org.pieceworks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.storage.AtomicFiles;

/**
 * A folder beside the one where results belong: they are put in their place when all of them are
 * there, so that a disk that fills leaves nothing half-written.
 */
public final class FreshResults implements AutoCloseable {

  private static final String CHARTS = "charts";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path target;
  private final Path fresh;

  /** Takes a folder that is not there yet. */
  public FreshResults(Path target) {
    this.target = target;
    Path absolute = target.toAbsolutePath().normalize();
    String name = AtomicFiles.UNFINISHED + absolute.getFileName() + "-" + UUID.randomUUID();
    this.fresh = absolute.resolveSibling(name);
  }

  /** Where results of an experiment go unless the user says otherwise. */
  public static Path standard(Experiment experiment) {
    String name = experiment.name().replaceAll("[^\\w.-]+", "-");
    return Path.of("results", name + "-" + STAMP.format(LocalDateTime.now()));
  }

  /** Where results are to be written. */
  public Path folder() {
    return fresh;
  }

  /**
   * Puts all files in their place; results of an earlier run are replaced.
   *
   * @param file one of them
   * @return that file in its place
   */
  public Path publish(Path file) {
    try (Stream<Path> walk = Files.walk(fresh)) {
      List<Path> files = walk.filter(Files::isRegularFile).map(fresh::relativize).toList();
      for (Path one : files) {
        Path place = target.resolve(one);
        Files.createDirectories(place.getParent());
        Files.move(
            fresh.resolve(one),
            place,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      deleteOldCharts(files);
      return target.resolve(fresh.relativize(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  /** Another experiment may have had charts that this one has not. */
  private void deleteOldCharts(List<Path> files) throws IOException {
    Path charts = target.resolve(CHARTS);
    if (!Files.isDirectory(charts)) {
      return;
    }
    try (Stream<Path> found = Files.list(charts)) {
      for (Path chart : found.toList()) {
        boolean image = chart.toString().matches(".*\\.(png|svg)");
        if (image && !files.contains(target.relativize(chart))) {
          Files.delete(chart);
        }
      }
    }
  }

  /** Deletes what was not published. */
  @Override
  public void close() {
    AtomicFiles.deleteTree(fresh);
  }
}
