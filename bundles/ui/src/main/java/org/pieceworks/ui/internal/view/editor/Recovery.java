package org.pieceworks.ui.internal.view.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pieceworks.storage.AtomicFiles;

/**
 * Texts that were not saved yet, kept in case the workbench ends before they are.
 *
 * @param folder {@code PIECEWORKS_HOME/ui/recovered}
 */
record Recovery(Path folder) {

  private static final String ENDING = ".txt";

  /** A file has one place, whatever is in it. */
  private Path place(Path file) {
    byte[] name = file.toString().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(UUID.nameUUIDFromBytes(name) + ENDING);
  }

  /** Keeps a text of a file. */
  void keep(Path file, String text) {
    AtomicFiles.writeString(place(file), file + "\n" + text);
  }

  /** Forgets what was kept of a file. */
  void forget(Path file) {
    AtomicFiles.deleteTree(place(file));
  }

  /** The text that was kept of a file. */
  Optional<String> text(Path file) {
    Path place = place(file);
    return Files.isRegularFile(place)
        ? Optional.of(content(place)).map(all -> all.substring(all.indexOf('\n') + 1))
        : Optional.empty();
  }

  /** The files of which something is kept. */
  List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> kept = Files.list(folder)) {
      List<Path> files = new ArrayList<>();
      kept.filter(path -> path.toString().endsWith(ENDING))
          .filter(path -> !path.getFileName().toString().startsWith(AtomicFiles.UNFINISHED))
          .sorted()
          .forEach(path -> files.add(Path.of(content(path).split("\n", 2)[0])));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String content(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
