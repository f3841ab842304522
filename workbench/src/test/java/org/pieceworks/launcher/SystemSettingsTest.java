package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemSettingsTest {

  @TempDir Path root;

  @BeforeEach
  void makeInstallation() throws IOException {
    Files.createDirectories(root.resolve("conf"));
    Files.writeString(
        root.resolve("conf/system.properties"), "PYTORCH_VERSION=1.2.3\nPYTORCH_FLAVOR=cpu\n");
  }

  @Test
  void pointAtTheLibrariesOfTheInstallation() throws IOException {
    Map<String, String> settings = settings(Map.of(), false);
    assertEquals(
        root.resolve("native/pytorch/cpu/linux-x86_64").toString(),
        settings.get("PYTORCH_LIBRARY_PATH"));
    assertEquals("1.2.3", settings.get("PYTORCH_VERSION"));
    assertEquals(root.toString(), settings.get("pieceworks.installation"));
    assertEquals("WARN", settings.get("pieceworks.log.level"));
  }

  @Test
  void leaveWhatTheUserSet() throws IOException {
    Map<String, String> settings =
        settings(Map.of("PYTORCH_FLAVOR", "cu128", "PYTORCH_VERSION", "9"), false);
    assertFalse(settings.containsKey("PYTORCH_VERSION"));
    assertFalse(settings.containsKey("PYTORCH_FLAVOR"));
    assertEquals(
        root.resolve("native/pytorch/cu128/linux-x86_64").toString(),
        settings.get("PYTORCH_LIBRARY_PATH"));
  }

  @Test
  void logMoreForDebugging() throws IOException {
    assertEquals("DEBUG", settings(Map.of(), true).get("pieceworks.log.level"));
  }

  @Test
  void keepEverythingOfAUserUnderTheirHome() throws IOException {
    Home home = Home.of(Map.of("PIECEWORKS_HOME", root.resolve("home").toString()));
    assertEquals(root.resolve("home"), home.root());
    assertEquals(
        root.resolve("home/cache/djl").toString(), settings(Map.of(), false).get("DJL_CACHE_DIR"));
  }

  private Map<String, String> settings(Map<String, String> present, boolean debug)
      throws IOException {
    return SystemSettings.of(
        new Installation(root), new Home(root.resolve("home")), debug, present::get);
  }
}
