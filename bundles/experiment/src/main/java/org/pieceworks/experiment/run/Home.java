package org.pieceworks.experiment.run;

import java.nio.file.Path;

/** Where the workbench keeps what outlives a process: {@code PIECEWORKS_HOME}. */
public record Home(Path directory) {

  /** The environment variable that names it. */
  public static final String VARIABLE = "PIECEWORKS_HOME";

  /** The one that the environment names, {@code ~/.pieceworks} where it names none. */
  public static Home ofEnvironment() {
    String named = System.getenv(VARIABLE);
    Path directory =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".pieceworks")
            : Path.of(named);
    return new Home(directory.toAbsolutePath().normalize());
  }

  /** The stage store. */
  public Path stages() {
    return directory.resolve("cache").resolve("stages");
  }

  /** The run store. */
  public Path runs() {
    return directory.resolve("runs");
  }

  /** The pool that {@code pool} commands use unless told otherwise. */
  public Path pool() {
    return directory.resolve("pool");
  }

  /** The user's own plug-ins. */
  public Path plugins() {
    return directory.resolve("plugins");
  }
}
