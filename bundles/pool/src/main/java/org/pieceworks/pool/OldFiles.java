package org.pieceworks.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Hashes;

/** The files of pools of version 1: one a piece, named by the SHA-256 of what is in it. */
final class OldFiles {

  private static final String FOLDER = "objects";
  private static final String EXTENSION = ".safetensors";
  private static final int PREFIX = 2;

  private final Path directory;

  OldFiles(Path pool) {
    directory = pool.resolve(FOLDER);
  }

  /** Where a piece's file lies. */
  Path file(String sha256) {
    return directory.resolve(sha256.substring(0, PREFIX)).resolve(sha256 + EXTENSION);
  }

  /**
   * The content of a file.
   *
   * @throws BadInputException if it is missing, or not what its name says
   */
  byte[] read(String sha256) {
    Path file = file(sha256);
    try {
      byte[] content = Files.readAllBytes(file);
      String found = Hashes.sha256(content);
      if (!found.equals(sha256)) {
        throw BadInputException.of(
            file.toString(),
            "SHA-256 " + found,
            sha256 + ": the file is damaged; import the piece again or revoke it");
      }
      return content;
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          file + ": the pool's file is missing; import the piece again or revoke it", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Deletes all files but those of some hashes. */
  void deleteAllBut(Set<String> sha256) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.filter(Files::isRegularFile)
          .filter(file -> !sha256.contains(file.getFileName().toString().replace(EXTENSION, "")))
          .toList()
          .forEach(AtomicFiles::deleteTree);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory + ": " + e.getMessage(), e);
    }
    if (sha256.isEmpty()) {
      AtomicFiles.deleteTree(directory);
    }
  }
}
