package org.pieceworks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.storage.AtomicFiles;

/** A folder that goes with the benchmark. */
record Temporary(Path directory) implements AutoCloseable {

  static Temporary create() {
    try {
      return new Temporary(Files.createTempDirectory("pieceworks-bench-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no place for temporary files: " + e.getMessage(), e);
    }
  }

  Path resolve(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() {
    AtomicFiles.deleteTree(directory);
  }
}
