package org.pieceworks.ui.internal.view.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.internal.component.FileDialog;

/**
 * The folder that the workbench was started in, where experiments are looked for.
 *
 * @param folder absolute
 */
public record Workfolder(Path folder) {

  private static final String EXPERIMENTS = "experiments";
  private static final String QUICKSTART = "quickstart.yaml";

  /** The system property that names another than the process's own. */
  public static final String PROPERTY = "pieceworks.folder";

  /** The process's own, unless a system property names another. */
  public static Workfolder current() {
    return new Workfolder(Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath());
  }

  /** Where experiments are: its folder {@code experiments}, or itself where there is none. */
  public Path experiments() {
    Path inner = folder.resolve(EXPERIMENTS);
    return Files.isDirectory(inner) ? inner : folder;
  }

  /** The experiment files in it and in its folder {@code experiments}, by name. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(yaml(folder));
    files.addAll(yaml(folder.resolve(EXPERIMENTS)));
    return files;
  }

  private static List<Path> yaml(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The quickstart, here or where this installation was built. */
  public Optional<Path> quickstart() {
    Stream<Path> near = Stream.of(folder, folder.resolve(EXPERIMENTS));
    Stream<Path> built =
        Stream.iterate(
                Path.of(System.getProperty("pieceworks.installation", "")).toAbsolutePath(),
                path -> path != null,
                Path::getParent)
            .map(path -> path.resolve(EXPERIMENTS));
    return Stream.concat(near, built)
        .map(path -> path.resolve(QUICKSTART))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Asks for an experiment file and has it opened in the editor. */
  public static void choose(Desk desk) {
    Texts texts = Texts.of(Workfolder.class);
    new FileDialog(desk, "open-experiment", texts.get("choose"))
        .kind(texts.get("choose.kind"), "yaml", "yml")
        .from(current().experiments())
        .open()
        .ifPresent(
            file -> {
              desk.tell(new FileSelected(file));
              desk.show("editor");
            });
  }
}
