package org.pieceworks.ui.internal.view.experiments;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.FileSelected;

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
    File folder = current().folder().resolve(EXPERIMENTS).toFile();
    JFileChooser chooser = new JFileChooser(folder.isDirectory() ? folder : folder.getParentFile());
    chooser.setName("open-experiment");
    chooser.setDialogTitle(texts.get("choose"));
    chooser.setFileFilter(new FileNameExtensionFilter(texts.get("choose.kind"), "yaml", "yml"));
    if (chooser.showOpenDialog(desk.window()) == JFileChooser.APPROVE_OPTION) {
      desk.tell(new FileSelected(chooser.getSelectedFile().toPath()));
      desk.show("editor");
    }
  }
}
