package org.pieceworks.ui.internal.state;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the window remembers between starts. */
public final class Preferences implements AutoCloseable {

  private final Path folder;
  private final Properties values = new Properties();
  private final Filer filer = new Filer();

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

  /** What writes what is remembered. */
  public Filer filer() {
    return filer;
  }

  /** Remembers a value. */
  public synchronized void put(String key, String value) {
    if (!value.equals(values.getProperty(key))) {
      values.setProperty(key, value);
      save();
    }
  }

  private void save() {
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    filer.write(file(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns when all is kept. */
  @Override
  public void close() {
    filer.close();
  }
}
