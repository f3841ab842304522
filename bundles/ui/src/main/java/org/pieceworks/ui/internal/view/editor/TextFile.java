package org.pieceworks.ui.internal.view.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.AtomicFiles;

/**
 * A text as a disk has it.
 *
 * @param text with line feeds alone, as editors want it
 * @param returns whether its lines end with a carriage return, too
 */
record TextFile(String text, boolean returns) {

  /** Reads a file as UTF-8. */
  static TextFile read(Path file) {
    try {
      String text = Files.readString(file);
      boolean returns = text.contains("\r\n");
      return new TextFile(text.replace("\r\n", "\n").replace('\r', '\n'), returns);
    } catch (MalformedInputException e) {
      throw new BadInputException(file + ": not a text file in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": found no such file; expected an experiment file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The same file with another text. */
  TextFile with(String other) {
    return new TextFile(other, returns);
  }

  /** Writes it, whole or not at all. */
  void write(Path file) {
    AtomicFiles.writeString(file, returns ? text.replace("\n", "\r\n") : text);
  }
}
