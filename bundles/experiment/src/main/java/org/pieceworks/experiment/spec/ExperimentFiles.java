package org.pieceworks.experiment.spec;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.plugin.Plugins;

/** Reads experiment files; everything of every point is checked before anything runs. */
@Component(service = ExperimentFiles.class)
public final class ExperimentFiles {

  private final OptionBinder binder;

  /** Takes the plug-ins that a file may name. */
  @Activate
  public ExperimentFiles(@Reference Plugins plugins) {
    binder = new OptionBinder(plugins);
  }

  /**
   * Reads a file. With a sweep its points are those of the sweep alone: the file's own settings are
   * a point only where the sweep meets them.
   *
   * @param overrides {@code path=value}, the value as YAML
   * @param seeds instead of the file's
   * @param device instead of the file's
   * @throws BadInputException at the first thing that does not fit, with its place
   */
  public Experiment read(
      Path file, List<String> overrides, Optional<List<Long>> seeds, Optional<String> device) {
    return read(file, text(file), overrides, seeds, device);
  }

  /**
   * The same for a text that need not be saved.
   *
   * @param file that it will stand in: messages name it, and relative paths are relative to its
   *     folder
   * @param source the text
   * @throws BadInputException at the first thing that does not fit, with its place
   */
  public Experiment read(
      Path file,
      String source,
      List<String> overrides,
      Optional<List<Long>> seeds,
      Optional<String> device) {
    SettingsTree tree = SettingsTree.parse(source, file.getFileName().toString());
    for (String override : overrides) {
      tree = tree.override(override);
    }
    if (device.isPresent()) {
      tree = tree.device(device.get());
    }
    Header header = binder.bind(Header.class, tree.header(), "");
    Sweep sweep = Sweep.of(tree.sweep().orElse(null));
    Points points = Points.of(sweep, tree.settings(), binder, Experiment.folder(file));
    return new Experiment(
        header.name().isEmpty() ? baseName(file) : header.name(),
        header.question(),
        file,
        source,
        overrides,
        seeds(seeds.orElse(header.seeds()), file),
        points.axes(),
        points.own(),
        points.distinct());
  }

  private static List<Long> seeds(List<Long> seeds, Path file) {
    if (seeds.isEmpty()) {
      throw BadInputException.of(file.getFileName() + ": seeds", "none", "at least one seed");
    }
    return seeds.stream().distinct().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new BadInputException(file + ": not a text file in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": found no such file; expected an experiment file", e);
    } catch (IOException e) {
      String found =
          Files.isDirectory(file) ? "a folder" : "what cannot be read: " + e.getMessage();
      throw new BadInputException(file + ": found " + found + "; expected an experiment file", e);
    }
  }

  private static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
