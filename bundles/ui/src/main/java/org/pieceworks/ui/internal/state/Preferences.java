package org.pieceworks.ui.internal.state;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.pieceworks.storage.AtomicFiles;

/** What the window remembers between starts. */
public final class Preferences {

  private final Path folder;
  private final Properties values = new Properties();

  /**
   * Reads what was remembered.
   *
   * @param folder {@code PIECEWORKS_HOME/ui}
   */
  public Preferences(Path folder) {
    this.folder = folder;
    Path file = file();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        values.clear(); // what cannot be read is forgotten: it holds nothing that a user wrote
      }
    }
  }

  private Path file() {
    return folder.resolve("preferences.properties");
  }

  /** The folder for whatever else is remembered. */
  public Path folder() {
    return folder;
  }

  /** A value, or another where there is none. */
  public String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /** A number, or another where there is none. */
  public int number(String key, int otherwise) {
    try {
      return Integer.parseInt(get(key, String.valueOf(otherwise)));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Remembers a value, at once. */
  public synchronized void put(String key, String value) {
    if (!value.equals(values.getProperty(key))) {
      values.setProperty(key, value);
      save();
    }
  }

  private void save() {
    try {
      Files.createDirectories(folder);
      StringWriter text = new StringWriter();
      values.store(text, null);
      AtomicFiles.writeString(file(), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file() + ": " + e.getMessage(), e);
    }
  }
}
