package org.pieceworks.ui.internal.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window remembers. */
class PreferencesTest {

  @TempDir Path home;

  @Test
  void whatIsPutIsThereTheNextTime() {
    Path folder = home.resolve("ui");
    try (Preferences preferences = new Preferences(folder)) {
      preferences.put("theme", "dark");
      preferences.put("width", "1280");
      assertEquals("dark", preferences.get("theme", "light"));
    }
    try (Preferences later = new Preferences(folder)) {
      assertEquals("dark", later.get("theme", "light"));
      assertEquals(1280, later.number("width", 0));
      assertEquals(7, later.number("theme", 7));
    }
  }

  @Test
  void lastOfManyContentsIsWritten() throws IOException {
    Path file = home.resolve("layout.xml");
    Filer filer = new Filer();
    byte[] content = {};
    for (int i = 0; i < 50; i++) {
      content = ("content " + i).getBytes(StandardCharsets.UTF_8);
      filer.write(file, content);
    }
    filer.close();
    assertArrayEquals(content, Files.readAllBytes(file));
  }
}
