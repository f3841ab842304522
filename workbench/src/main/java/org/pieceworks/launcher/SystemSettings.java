package org.pieceworks.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The system properties that DJL and the logging read; the environment has the last word. */
final class SystemSettings {

  private static final String LIBRARIES = "PYTORCH_LIBRARY_PATH";
  private static final String FLAVOR = "PYTORCH_FLAVOR";

  private SystemSettings() {}

  /**
   * Works out the settings.
   *
   * @param present looks up what the user has set already, null where nothing is
   */
  static Map<String, String> of(
      Installation installation, Home home, boolean debug, UnaryOperator<String> present)
      throws IOException {
    Map<String, String> settings = read(installation.settings());
    String flavor = Objects.requireNonNullElse(present.apply(FLAVOR), settings.get(FLAVOR));
    settings.put(LIBRARIES, installation.natives(flavor).toString());
    settings.put("DJL_CACHE_DIR", home.nativeCache().toString());
    settings.put("OPT_OUT_TRACKING", "true");
    // Another flavor's library is for the user to fetch, never for DJL in passing.
    settings.put("ai.djl.offline", "true");
    settings.put("java.awt.headless", "true");
    settings.put("pieceworks.home", home.root().toString());
    settings.put("pieceworks.installation", installation.root().toString());
    settings.put("pieceworks.log.level", debug ? "DEBUG" : "WARN");
    settings.put("logback.configurationFile", installation.logging().toUri().toString());
    settings.put("java.util.logging.config.file", installation.javaLogging().toString());
    settings.keySet().removeIf(name -> present.apply(name) != null);
    return settings;
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
    return settings;
  }

  /** What the environment or the Java command line sets, null where neither does. */
  static String present(String name) {
    String variable = System.getenv(name);
    return variable == null ? System.getProperty(name) : variable;
  }
}
